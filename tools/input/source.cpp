#include "source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <istream>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stslint {
namespace {

constexpr std::size_t bytes_at_once = std::size_t{1} << 18;

/// Waits for input of a pipe that somebody made non-blocking.
bool waits_for_input(int file) {
  pollfd here{file, POLLIN, 0};
  return ::poll(&here, 1, -1) >= 0 || errno == EINTR;
}

} // namespace

void Descriptor::reset(int number) {
  if (is_open())
    ::close(number_);
  number_ = number;
}

int OpenFiles::open(const std::string &path) {
  const int descriptor = try_open(path);
  if (descriptor >= 0 || errno != EMFILE || unneeded_.empty())
    return descriptor;
  close_all(); // possibly fewer files than are closed together
  return try_open(path);
}

int OpenFiles::try_open(const std::string &path) {
  constexpr int how = O_RDONLY | O_CLOEXEC;
  const std::size_t name = path.rfind('/') + 1;
  const std::string_view folder = std::string_view(path).substr(0, name);
  if (folder != name_ || folder.empty()) { // for one file, opening the folder would not pay off
    name_ = folder;
    folder_.reset();
    return ::open(path.c_str(), how);
  }
  if (!folder_.is_open())
    folder_.reset(::open(name_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  return folder_.is_open() ? ::openat(folder_.number(), path.c_str() + name, how) : ::open(path.c_str(), how);
}

void OpenFiles::close(int descriptor) {
  unneeded_.push_back(descriptor);
  if (unneeded_.size() >= at_once_)
    close_all();
}

/// Descriptors with consecutive numbers close in one step.
void OpenFiles::close_all() {
  std::ranges::sort(unneeded_);
  for (auto first = unneeded_.begin(), end = first; first != unneeded_.end(); first = end) {
    for (end = first + 1; end != unneeded_.end() && *end == end[-1] + 1;)
      ++end;
    const bool several = end - first > 1;
    if (!several || ::close_range(static_cast<unsigned>(*first), static_cast<unsigned>(end[-1]), 0) != 0)
      std::for_each(first, end, ::close);
  }
  unneeded_.clear();
}

Source::Source(const Input &input, Console &console, OpenFiles &files) : files_(files) {
  if (input.path.empty())
    in_ = &console.in;
  else if (file_.reset(files.open(input.path)); !file_.is_open())
    why_ = std::strerror(errno);
  else if (input.part.from > 0 && ::lseek(file_.number(), static_cast<off_t>(input.part.from), SEEK_SET) < 0)
    why_ = std::strerror(errno);
  else if (input.part.to)
    left_ = *input.part.to - input.part.from;
  if (kind_of(input.name).compressed)
    inflating_.emplace([this] {
      compressed_.resize(bytes_at_once);
      return std::string_view(compressed_).substr(0, read(compressed_.data(), bytes_at_once));
    });
}

Source::~Source() {
  if (file_.is_open())
    files_.close(file_.release());
}

std::size_t Source::take(char *to, std::size_t size) {
  if (!inflating_)
    return read(to, size);
  const std::size_t got = inflating_->take(to, size);
  if (inflating_->damaged() && why_.empty())
    why_ = not_gzip;
  return got;
}

std::uint64_t Source::size() const {
  struct stat status;
  const bool known = file_.is_open() && ::fstat(file_.number(), &status) == 0 && S_ISREG(status.st_mode);
  return known ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::size_t Source::read(char *to, std::size_t size) {
  std::size_t got = 0;
  if (left_)
    size = static_cast<std::size_t>(std::min<std::uint64_t>(size, *left_));
  if (in_ != nullptr) {
    in_->read(to, static_cast<std::streamsize>(size));
    got = static_cast<std::size_t>(in_->gcount());
    if (in_->bad())
      why_ = "could not be read";
  } else if (file_.is_open()) {
    // No buffer between: the blocks are large, and read once.
    ssize_t some = -1;
    do
      some = ::read(file_.number(), to, size);
    while (some < 0 && (errno == EINTR || (errno == EAGAIN && waits_for_input(file_.number()))));
    if (some < 0)
      why_ = std::strerror(errno);
    got = some < 0 ? 0 : static_cast<std::size_t>(some);
  }
  read_ += got;
  if (left_)
    *left_ -= got;
  return got;
}

} // namespace stslint
