#include "inputs.hpp"

#include "gunzip.hpp"

#include "stslint/document.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <istream>
#include <memory>

namespace stslint {
namespace {

constexpr std::size_t block = std::size_t{1} << 18;

/// Fills `bytes` from `take(buffer, size)`, which answers how much it got, 0 at the end. A byte more than a Document
/// takes is enough to know that it is too long.
template <typename Take> void read_all(std::string &bytes, Take take) {
  std::size_t size = 0;
  for (;;) {
    bytes.resize(std::max(size + block, std::min(bytes.capacity(), 2 * size)));
    const std::size_t got = take(bytes.data() + size, bytes.size() - size);
    size += got;
    if (got == 0 || size > Document::max_bytes)
      break;
  }
  bytes.resize(size);
}

std::string read_plain(const Input &input, Console &console, std::string &bytes) {
  if (input.path.empty()) {
    read_all(bytes, [&](char *to, std::size_t size) {
      console.in.read(to, static_cast<std::streamsize>(size));
      return static_cast<std::size_t>(console.in.gcount());
    });
    return console.in.bad() ? "could not be read" : "";
  }
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(input.path.c_str(), "rb"), &std::fclose);
  if (!file)
    return std::strerror(errno);
  read_all(bytes, [&](char *to, std::size_t size) { return std::fread(to, 1, size, file.get()); });
  return std::ferror(file.get()) != 0 ? std::strerror(errno) : "";
}

} // namespace

ExitCode read(const Input &input, Console &console, std::string &bytes, std::string &why) {
  why = read_plain(input, console, bytes);
  return why.empty() ? unpack(input, bytes, why) : unreadable;
}

ExitCode unpack(const Input &input, std::string &bytes, std::string &why) {
  if (!kind_of(input.name).compressed)
    return clean;
  const std::string compressed = std::move(bytes);
  switch (gunzip(compressed, bytes)) {
  case Gunzip::done:
    return clean;
  case Gunzip::damaged:
    why = "not a gzip file, or damaged";
    return unreadable;
  default:
    why = "is more than 1 GiB when decompressed; split it";
    return internal;
  }
}

} // namespace stslint
