#include "targets.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace stslint {
namespace {

/// The descriptor of a text of digits; empty for another text, which is the name of a file.
std::optional<int> descriptor_in(const std::string &text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (std::to_string(number) != text)
    throw Error("--bad " + shortened(text) + ": this is no number of a descriptor; for a file of this name, write ./" +
                shortened(text));
  return number;
}

bool is_writable(int descriptor) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

/// The same file, pipe or terminal.
bool same_target(int one, int other) {
  struct stat a {};
  struct stat b {};
  return ::fstat(one, &a) == 0 && ::fstat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool is_regular(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

/// Two descriptors of one file that was opened twice. Unlike those that 2>&1 makes, each has a position of its own, so
/// that one overwrites what the other wrote.
bool overwrite_each_other(int one, int other) {
  if (one == other || !is_regular(one) || !same_target(one, other))
    return false;
  const off_t before = ::lseek(other, 0, SEEK_CUR);
  ::lseek(one, 1, SEEK_CUR);
  const bool moved = ::lseek(other, 0, SEEK_CUR) != before;
  ::lseek(one, -1, SEEK_CUR);
  return !moved;
}

/// Writes all bytes, and waits where a pipe that does not block is full. Returns 0, or the number of an error.
int write_fully(int to, std::vector<iovec> &parts) {
  for (std::size_t at = 0; at < parts.size();) {
    const ssize_t put = ::writev(to, &parts[at], static_cast<int>(std::min<std::size_t>(parts.size() - at, IOV_MAX)));
    if (put < 0 && errno == EAGAIN) {
      pollfd here{to, POLLOUT, 0};
      ::poll(&here, 1, -1);
    } else if (put < 0 && errno != EINTR)
      return errno;
    std::size_t left = put > 0 ? static_cast<std::size_t>(put) : 0;
    for (; at < parts.size() && left >= parts[at].iov_len; ++at)
      left -= parts[at].iov_len;
    if (left > 0)
      parts[at] = {static_cast<char *>(parts[at].iov_base) + left, parts[at].iov_len - left};
  }
  return 0;
}

} // namespace

Targets::Targets(const std::string &bad) : name_(bad), bad_(-1) {
  if (!is_writable(STDOUT_FILENO)) // if it is closed, another file may have its number
    throw Error("standard output is closed; redirect it to a file or a pipe");
  if (const auto descriptor = descriptor_in(bad)) {
    bad_ = *descriptor;
    if (!is_writable(bad_))
      throw Error("--bad " + bad +
                  ": this descriptor is not open for writing; open one, such as 3>bad.ndjson, and name it: --bad 3");
  } else {
    file_.reset(::open(bad.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    if (!file_.is_open())
      throw Error("--bad " + in_quotes(bad) + ": " + std::strerror(errno));
    bad_ = file_.number();
  }
  for (const int target : {STDOUT_FILENO, bad_})
    if (is_regular(target) && same_target(target, STDIN_FILENO))
      throw Error("the input is also a target, so its lines would be read without end; write to another file");
  for (const auto &[one, other] :
       {std::pair(STDOUT_FILENO, bad_), {STDOUT_FILENO, STDERR_FILENO}, {bad_, STDERR_FILENO}})
    if (overwrite_each_other(one, other))
      throw Error("two of standard output, --bad and standard error are one file that was opened twice, so one would "
                  "overwrite the other; name another file, or use --bad 1 or 2>&1");
  one_ = same_target(STDOUT_FILENO, bad_);
}

std::string Targets::write(std::span<const Segment> segments) const {
  if (one_)
    return write(segments, STDOUT_FILENO, true, true);
  const std::string why = write(segments, bad_, false, true);
  return why.empty() ? write(segments, STDOUT_FILENO, true, false) : why;
}

std::string Targets::write(std::span<const Segment> segments, int to, bool good, bool bad) const {
  std::vector<iovec> parts;
  for (const Segment &segment : segments)
    if (segment.bad ? bad : good)
      parts.push_back({const_cast<char *>(segment.text.data()), segment.text.size()});
  const int error = write_fully(to, parts);
  return error == 0
             ? ""
             : (good ? "cannot write to standard output: " : "cannot write to --bad " + in_quotes(name_) + ": ") +
                   std::string(std::strerror(error));
}

std::string Targets::close() {
  const bool fails = file_.is_open() && ::close(file_.release()) != 0;
  return fails ? "cannot write to --bad " + in_quotes(name_) + ": " + std::strerror(errno) : "";
}

} // namespace stslint
