#include "compress.hpp"

#include "stslint/error.hpp"

#include <zlib.h>

namespace stslint::prober {

std::string compressed(std::string_view bytes, bool gzip) {
  z_stream stream{};
  constexpr int window = 15, with_gzip_header = 16, memory = 8;
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window + (gzip ? with_gzip_header : 0), memory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw Error("cannot compress a payload");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

} // namespace stslint::prober
