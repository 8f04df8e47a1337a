#include "gunzip.hpp"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace stslint {
namespace {

constexpr std::size_t block = std::size_t{1} << 18;

} // namespace

Gunzip gunzip(std::string_view compressed, std::string &to, std::size_t limit, Wrapping wrapping) {
  z_stream stream{};
  to.clear();
  if (::inflateInit2(&stream, MAX_WBITS + (wrapping == Wrapping::gzip ? 16 : 0)) != Z_OK)
    return Gunzip::damaged;
  Gunzip result = Gunzip::done;
  std::size_t size = 0;
  for (int state = Z_OK; result == Gunzip::done;) {
    const std::size_t piece = std::min<std::size_t>(compressed.size(), std::numeric_limits<uInt>::max());
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(compressed.data()));
    stream.avail_in = static_cast<uInt>(piece);
    to.resize(size + block);
    stream.next_out = reinterpret_cast<Bytef *>(to.data() + size);
    stream.avail_out = block;
    state = ::inflate(&stream, Z_NO_FLUSH);
    compressed.remove_prefix(piece - stream.avail_in);
    size += block - stream.avail_out;
    if (size > limit)
      result = Gunzip::too_large;
    else if (state == Z_STREAM_END && compressed.empty())
      break;
    else if (state == Z_STREAM_END)
      state = ::inflateReset(&stream);
    else if (state != Z_OK)
      result = Gunzip::damaged;
  }
  ::inflateEnd(&stream);
  to.resize(result == Gunzip::done ? size : 0);
  return result;
}

} // namespace stslint
