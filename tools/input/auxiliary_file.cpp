#include "auxiliary_file.hpp"

#include "source.hpp"

#include "stslint/error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stslint {
namespace {

constexpr std::size_t most = std::size_t{256} << 20;
constexpr int longest_silence = 10'000; ///< milliseconds

constexpr const char *silent = "this is a pipe to which nothing is written; name a file";

/// Appends the next bytes; false at the end.
bool read_more(int file, std::string &text) {
  char block[1 << 14];
  const ssize_t got = ::read(file, block, sizeof block);
  pollfd here{file, POLLIN, 0};
  if (got < 0 && errno == EAGAIN && ::poll(&here, 1, longest_silence) == 0)
    throw Error(silent);
  if (got < 0 && errno != EAGAIN && errno != EINTR)
    throw Error(std::strerror(errno));
  text.append(block, got > 0 ? static_cast<std::size_t>(got) : 0);
  return got != 0;
}

} // namespace

std::optional<std::string> read_auxiliary_file(const std::filesystem::path &path) {
  // Without O_NONBLOCK, the opening of a pipe would wait for its writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open() && (errno == ENOENT || errno == ENOTDIR))
    return std::nullopt;
  if (!file.is_open() && errno != ENXIO) // a socket, or a device without hardware
    throw Error(std::strerror(errno));
  struct stat status {};
  const bool known = file.is_open() && ::fstat(file.number(), &status) == 0;
  if (known && S_ISDIR(status.st_mode))
    throw Error("this is a folder; name a file");
  if (!known || !(S_ISREG(status.st_mode) || S_ISFIFO(status.st_mode)))
    throw Error("this is a device or a socket; name a file");
  std::string text;
  while (read_more(file.number(), text))
    if (text.size() > most)
      throw Error("this file is more than 256 MiB; use a smaller one");
  if (text.empty() && S_ISFIFO(status.st_mode))
    throw Error(silent);
  return text;
}

} // namespace stslint
