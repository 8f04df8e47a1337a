#pragma once

#include "buffer.hpp"
#include "inputs.hpp"
#include "source.hpp"

namespace stslint {

/// The message about an input for which the memory is too small.
inline constexpr const char *no_memory = "there is not enough memory to check it; split it";

/// Reads whole inputs, one after another, into the same memory.
class Reader {
public:
  /// A file may stay open until `at_once` files are closed together; with many readers, each is closed alone.
  explicit Reader(std::size_t closed_at_once = 1) : files_(closed_at_once) {}
  /// Reads a whole input in place of the previous one, and decompresses it. Returns 0, or an exit
  /// code, with one line in `why`.
  ExitCode read(const Input &input, Console &console, std::string &why);
  /// The content that was read last.
  std::string_view bytes() const { return bytes_.view(); }

private:
  OpenFiles files_;
  Buffer bytes_;
};

} // namespace stslint
