#pragma once

#include "buffer.hpp"
#include "inputs.hpp"
#include "source.hpp"

namespace stslint {

/// Reads whole inputs, one after the other, into the same memory.
class Reader {
public:
  /// A file that was read may stay open until so many are closed together: where many read, one by one.
  explicit Reader(std::size_t closed_at_once = 1) : files_(closed_at_once) {}
  /// Reads all of an input in the place of what was read before, and unpacks it. 0, or in `why` one line and the exit
  /// code it comes to.
  ExitCode read(const Input &input, Console &console, std::string &why);
  /// What was read last.
  std::string_view bytes() const { return bytes_.view(); }

private:
  OpenFiles files_;
  Buffer bytes_;
};

} // namespace stslint
