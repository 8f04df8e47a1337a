#include "replace_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stslint {
namespace {

namespace fs = std::filesystem;

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR)
      return false;
    bytes.remove_prefix(put > 0 ? static_cast<std::size_t>(put) : 0);
  }
  return true;
}

/// A rename reaches the disk only together with its folder.
void sync_folder(const fs::path &folder) {
  if (const int open = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); open >= 0) {
    ::fsync(open);
    ::close(open);
  }
}

} // namespace

std::string replace_file(const fs::path &path, std::string_view bytes) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error);
  struct stat before = {};
  const bool exists = !error && ::stat(target.c_str(), &before) == 0;
  if (error || (!exists && errno != ENOENT))
    return error ? error.message() : std::strerror(errno);
  if (exists && !S_ISREG(before.st_mode))
    return "not a regular file";
  // A rename needs no permission for the file itself, but a read-only file should stay unchanged.
  if (exists && ::access(target.c_str(), W_OK) != 0)
    return std::strerror(errno);
  std::string temporary = (target.parent_path() / ".stslint-XXXXXX").string();
  const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0)
    return std::strerror(errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  // Keeps the owner if possible. The mode comes after, because a new owner clears some of its bits.
  if (exists && ::fchown(file, before.st_uid, before.st_gid) != 0)
    errno = 0;
  const bool done = write_all(file, bytes) && ::fchmod(file, exists ? before.st_mode & 07777 : 0666 & ~mask) == 0 &&
                    ::fsync(file) == 0 && ::rename(temporary.c_str(), target.c_str()) == 0;
  const int why = errno;
  ::close(file);
  if (!done) {
    ::unlink(temporary.c_str());
    return std::strerror(why);
  }
  sync_folder(target.parent_path());
  return "";
}

} // namespace stslint
