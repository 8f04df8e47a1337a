#include "source.hpp"

#include <cerrno>
#include <cstring>
#include <istream>

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
  else
    std::setvbuf(file_.get(), nullptr, _IONBF, 0); // the blocks are large, and read once
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
    got = std::fread(to, 1, size, file_.get());
    if (std::ferror(file_.get()) != 0)
      why_ = std::strerror(errno);
  }
  read_ += got;
  return got;
}

} // namespace stslint
