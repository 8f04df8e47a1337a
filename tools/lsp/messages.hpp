#pragma once

#include "encode/json.hpp"
#include "encode/redact.hpp"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace stslint {

/// The error codes of JSON-RPC and of the protocol that the server answers with.
enum class RpcError {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  not_initialized = -32002,
  request_cancelled = -32800,
  content_modified = -32801,
};

/// A message of the client, or the reason why its bytes are none.
struct Received {
  nlohmann::json json;
  std::string problem = {}; ///< "" for a message
  std::size_t bytes = 0;
  bool cancelled = false; ///< a request that the client no longer needs
};

/// The messages of the Language Server Protocol on a pair of streams: a header with their length, then JSON.
class Messages {
public:
  /// Larger messages are skipped; a message of 5 MB opens a document of 5 MB.
  static constexpr std::size_t longest = std::size_t{64} << 20;
  /// Deeper messages, and messages with more values, are refused: they would take many times their size in memory.
  static constexpr std::size_t deepest = 100;
  static constexpr std::size_t most_values = 1'000'000;

  /// `secrets`, unless null, are redacted before the length is counted.
  Messages(std::istream &in, std::ostream &out, const Redactor *secrets) : in_(in), out_(out), secrets_(secrets) {}

  /// Waits for the next message; empty at the end of the input.
  std::optional<Received> read();
  /// A whole message is there already.
  bool waiting();
  void write(const Json &message);

private:
  bool fill();
  bool is_whole() const;
  void drop_garbage();

  std::istream &in_;
  std::ostream &out_;
  const Redactor *secrets_;
  std::string buffer_;    ///< input that was taken from the stream
  std::size_t begin_ = 0; ///< of what was not read yet
};

} // namespace stslint
