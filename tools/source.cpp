#include "source.hpp"

#include <cerrno>
#include <cstring>
#include <istream>
#include <unistd.h>

namespace stslint {
namespace {

constexpr std::size_t block = std::size_t{1} << 18;

} // namespace

Source::Source(const Input &input, Console &console) : file_(nullptr, &std::fclose) {
  errno = 0;
  if (input.path.empty())
    in_ = &console.in;
  else if (file_.reset(std::fopen(input.path.c_str(), "rb")); !file_)
    why_ = std::strerror(errno);
  if (kind_of(input.name).compressed)
    inflating_.emplace([this] {
      compressed_.resize(block);
      return std::string_view(compressed_).substr(0, read(compressed_.data(), block));
    });
}

std::size_t Source::take(char *to, std::size_t size) {
  if (!inflating_)
    return read(to, size);
  const std::size_t got = inflating_->take(to, size);
  if (inflating_->damaged() && why_.empty())
    why_ = not_gzip;
  return got;
}

std::size_t Source::read(char *to, std::size_t size) {
  std::size_t got = 0;
  if (in_ != nullptr) {
    in_->read(to, static_cast<std::streamsize>(size));
    got = static_cast<std::size_t>(in_->gcount());
    if (in_->bad())
      why_ = "could not be read";
  } else if (file_) {
    // No buffer between: the blocks are large, and read once.
    ssize_t some = -1;
    do
      some = ::read(::fileno(file_.get()), to, size);
    while (some < 0 && errno == EINTR);
    if (some < 0)
      why_ = std::strerror(errno);
    got = some < 0 ? 0 : static_cast<std::size_t>(some);
  }
  read_ += got;
  return got;
}

} // namespace stslint
