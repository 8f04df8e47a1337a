#pragma once

#include "check/check_options.hpp"

#include <string>
#include <vector>

namespace stslint {

/// The address of a receiver, or the parts to build it from.
struct ReceiverOptions {
  std::string url, base_url, deployment, port;
  std::string timeout = "30s", max_wait = "60s", ca;
  std::vector<std::string> headers;
};

/// The options of `stslint send`.
struct SendOptions : CheckOptions {
  ReceiverOptions receiver;
  std::vector<std::string> paths;
  std::string event; ///< a payload to send instead of files
  std::string compress = "none";
  bool force = false;
};

/// The flags about the receiver, for all commands that post.
inline constexpr std::string_view sending_codes = R"(Exit codes (the highest wins):
  0  all payloads were sent and accepted, without a finding at or above --fail-on
  1  a finding at or above --fail-on, or the receiver refused a payload
  2  usage or configuration error
  3  an input could not be read, or a payload could not be sent
  4  internal error, or an input that was not checked because of a limit
)";

OptionTable receiver_options(SendOptions &options);

/// Lints payloads, and posts those without errors; returns the exit code.
int send(const SendOptions &options, Console &console);

} // namespace stslint
