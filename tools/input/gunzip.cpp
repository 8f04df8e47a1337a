#include "gunzip.hpp"

#include <algorithm>
#include <utility>
#include <zlib.h>

namespace stslint {
namespace {

constexpr std::size_t gzip_block = std::size_t{1} << 18;

/// The parameter of zlib for its window and the format.
int window_bits(Wrapping wrapping) {
  constexpr int with_gzip_header = 16;
  return wrapping == Wrapping::none ? -MAX_WBITS : MAX_WBITS + (wrapping == Wrapping::gzip ? with_gzip_header : 0);
}

} // namespace

Wrapping wrapping_of_deflate(std::string_view compressed) {
  // RFC 1950: the method 8 in the first byte, and both bytes together a multiple of 31.
  constexpr unsigned method = 8, check = 31;
  if (compressed.size() < 2)
    return Wrapping::zlib;
  const unsigned first = static_cast<unsigned char>(compressed[0]), second = static_cast<unsigned char>(compressed[1]);
  return (first & 15u) == method && (first * 256 + second) % check == 0 ? Wrapping::zlib : Wrapping::none;
}

Inflating::Inflating(std::function<std::string_view()> feed, Wrapping wrapping)
    : feed_(std::move(feed)), wrapping_(wrapping), stream_(std::make_unique<z_stream>()) {
  over_ = damaged_ = ::inflateInit2(stream_.get(), window_bits(wrapping)) != Z_OK;
}

Inflating::~Inflating() { ::inflateEnd(stream_.get()); }

void Inflating::feed() {
  const std::string_view more = feed_();
  stream_->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(more.data()));
  stream_->avail_in = static_cast<uInt>(more.size());
  over_ = more.empty();
  damaged_ = over_ && !between_;
}

/// Passes what stands between two members; false at the end.
bool Inflating::find_member() {
  constexpr Bytef first_byte = 0x1f;
  for (;; ++stream_->next_in, --stream_->avail_in) {
    if (stream_->avail_in == 0)
      feed();
    if (over_ || *stream_->next_in != 0)
      break;
  }
  over_ = over_ || (wrapping_ == Wrapping::gzip && *stream_->next_in != first_byte);
  return !over_;
}

std::size_t Inflating::take(char *to, std::size_t size) {
  const uInt wanted = static_cast<uInt>(std::min(size, gzip_block));
  stream_->next_out = reinterpret_cast<Bytef *>(to);
  stream_->avail_out = wanted;
  while (stream_->avail_out > 0 && !over_) {
    if (between_ && !find_member())
      break;
    if (std::exchange(between_, false))
      ::inflateReset(stream_.get());
    const int state = ::inflate(stream_.get(), Z_NO_FLUSH);
    between_ = state == Z_STREAM_END;
    if (state == Z_BUF_ERROR && stream_->avail_in == 0)
      feed(); // only now: zlib may have kept bytes for lack of room
    else if (state != Z_OK && state != Z_STREAM_END)
      over_ = damaged_ = true;
  }
  return wanted - stream_->avail_out;
}

Gunzip gunzip(std::string_view compressed, std::string &to, std::size_t limit, Wrapping wrapping) {
  Inflating inflating(
      [&] {
        const std::string_view piece = compressed.substr(0, gzip_block);
        compressed.remove_prefix(piece.size());
        return piece;
      },
      wrapping);
  to.clear();
  std::size_t size = 0;
  for (std::size_t got = 1; got > 0 && size <= limit; size += got) {
    to.resize(size + gzip_block);
    got = inflating.take(to.data() + size, gzip_block);
  }
  const Gunzip result = inflating.damaged() ? Gunzip::damaged : size > limit ? Gunzip::too_large : Gunzip::done;
  to.resize(result == Gunzip::done ? size : 0);
  return result;
}

} // namespace stslint
