#pragma once

#include "gunzip.hpp"
#include "inputs.hpp"

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace stslint {

/// The bytes of an input as they come, unpacked if its name says that they are compressed.
class Source {
public:
  Source(const Input &input, Console &console);

  /// How many bytes it put there; 0 at the end, and where it breaks off.
  std::size_t take(char *to, std::size_t size);
  /// Why it could not be opened, or breaks off; "" if it does not.
  const std::string &why() const { return why_; }
  /// How many bytes were read, as they are on disk.
  std::size_t read() const { return read_; }

private:
  std::size_t read(char *to, std::size_t size);

  std::istream *in_ = nullptr; ///< standard input
  std::unique_ptr<std::FILE, int (*)(std::FILE *)> file_;
  std::string compressed_; ///< as much as was read at once
  std::optional<Inflating> inflating_;
  std::size_t read_ = 0;
  std::string why_;
};

} // namespace stslint
