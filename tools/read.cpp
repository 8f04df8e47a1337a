#include "source.hpp"

#include "stslint/document.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr std::size_t block = std::size_t{1} << 18;
constexpr const char *too_large = "is more than 1 GiB when decompressed; split it";

} // namespace

ExitCode read(const Input &input, Console &console, std::string &bytes, std::string &why) {
  Source source(input, console);
  const bool compressed = kind_of(input.name).compressed;
  const std::size_t most = compressed ? max_decompressed : Document::max_bytes;
  std::size_t size = 0;
  bytes.resize(std::min<std::size_t>(input.size.value_or(block), most) + 1); // a byte more: then nothing is to come
  for (std::size_t got = 1; got > 0 && size <= most; size += got) {
    if (size == bytes.size())
      bytes.resize(std::max(size + block, std::min(bytes.capacity(), 2 * size)));
    got = source.take(bytes.data() + size, bytes.size() - size);
  }
  bytes.resize(size);
  why = source.why();
  if (!why.empty() || !compressed || size <= most)
    return why.empty() ? clean : unreadable;
  why = too_large;
  return internal;
}

ExitCode unpack(const Input &input, std::string &bytes, std::string &why) {
  if (!kind_of(input.name).compressed)
    return clean;
  const std::string compressed = std::move(bytes);
  switch (gunzip(compressed, bytes)) {
  case Gunzip::done:
    return clean;
  case Gunzip::damaged:
    why = not_gzip;
    return unreadable;
  default:
    why = too_large;
    return internal;
  }
}

} // namespace stslint
