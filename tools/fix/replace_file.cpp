#include "replace_file.hpp"

#include "input/source.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
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
  if (const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); open.is_open())
    ::fsync(open.number());
}

/// The new file until the rename: in the same folder, and always of the same name, so that the next run finds it.
fs::path unfinished(const fs::path &target) {
  constexpr std::size_t longest = 200; // of the 255 bytes that a name can have
  return target.parent_path() / (".stslint-unfinished-" + target.filename().string().substr(0, longest));
}

/// Its lock lasts as long as its process.
bool lock(const Descriptor &file) { return ::flock(file.number(), LOCK_EX | LOCK_NB) == 0; }

bool remove_abandoned(const fs::path &file) {
  struct stat opened = {}, named = {};
  const Descriptor old(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  return old.is_open() && ::fstat(old.number(), &opened) == 0 && S_ISREG(opened.st_mode) && lock(old) &&
         // With the lock, nobody else renames or removes it.
         ::lstat(file.c_str(), &named) == 0 && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino &&
         ::unlink(file.c_str()) == 0;
}

/// Creates and locks it. Less than 0 on error, with the reason in errno.
int create(const fs::path &file) {
  for (int tries = 0; tries < 100; ++tries) {
    Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!made.is_open() && errno != EEXIST)
      return -1;
    if (!made.is_open() && !remove_abandoned(file)) {
      errno = EEXIST;
      return -1;
    }
    struct stat status = {};
    // Before the lock, another process could take it for abandoned. Some file systems have no locks.
    const bool ours = made.is_open() && (lock(made) || errno != EWOULDBLOCK);
    if (ours && ::fstat(made.number(), &status) == 0 && status.st_nlink > 0)
      return made.release();
  }
  errno = EBUSY;
  return -1;
}

/// False if the access list is lost: without it, the mode would give more rights than before. Other attributes are
/// kept where that is possible.
bool copy_attributes(int from, int to) {
  std::string names(std::size_t{1} << 16, '\0'), value = names; // the most that Linux returns
  const ssize_t size = ::flistxattr(from, names.data(), names.size());
  names.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  for (std::size_t at = 0; at < names.size(); at = names.find('\0', at) + 1) {
    const char *const name = names.data() + at;
    const ssize_t length = ::fgetxattr(from, name, value.data(), value.size());
    const bool copied = length >= 0 && ::fsetxattr(to, name, value.data(), static_cast<std::size_t>(length), 0) == 0;
    if (!copied && std::string_view(name).starts_with("system.posix_acl"))
      return false;
  }
  return true;
}

bool same(const struct timespec &a, const struct timespec &b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

/// True if the open file still has this content, and `path` still leads to it.
bool unchanged(const Descriptor &file, const struct stat &before, const fs::path &path, std::string_view expected) {
  std::array<char, std::size_t{1} << 16> block;
  for (std::size_t at = 0;;) {
    const ssize_t got = ::pread(file.number(), block.data(), block.size(), static_cast<off_t>(at));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0 && (got < 0 || at != expected.size()))
      return false;
    if (got == 0)
      break;
    const auto size = static_cast<std::size_t>(got);
    if (expected.substr(std::min(at, expected.size()), size) != std::string_view(block.data(), size))
      return false;
    at += size;
  }
  struct stat now = {};
  return ::stat(path.c_str(), &now) == 0 && now.st_dev == before.st_dev && now.st_ino == before.st_ino &&
         now.st_size == before.st_size && same(now.st_mtim, before.st_mtim) && same(now.st_ctim, before.st_ctim);
}

} // namespace

std::string replace_file(const fs::path &path, std::string_view bytes, std::optional<std::string_view> expected) {
  constexpr const char *changed = "the file changed meanwhile; run stslint again";
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error), fresh = unfinished(target);
  if (error)
    return error.message();
  struct stat before = {};
  const Descriptor old(::open(target.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!old.is_open() && errno != ENOENT)
    return std::strerror(errno);
  if (!old.is_open() && expected)
    return changed;
  if (old.is_open() && (::fstat(old.number(), &before) != 0 || !S_ISREG(before.st_mode)))
    return "not a regular file";
  // A rename needs no permission for the file itself, but a read-only file should stay unchanged.
  if (old.is_open() && ::access(target.c_str(), W_OK) != 0)
    return std::strerror(errno);
  const Descriptor file(create(fresh));
  if (!file.is_open())
    return errno == EEXIST ? "another process is writing it, to " + fresh.filename().string() : std::strerror(errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  // Keeps owner and group if possible. The mode comes after, because a new owner clears some of its bits.
  if (old.is_open() && ::fchown(file.number(), before.st_uid, before.st_gid) != 0 &&
      ::fchown(file.number(), static_cast<uid_t>(-1), before.st_gid) != 0)
    errno = 0;
  const bool written = write_all(file.number(), bytes) &&
                       ::fchmod(file.number(), old.is_open() ? before.st_mode & 07777 : 0666 & ~mask) == 0 &&
                       (!old.is_open() || copy_attributes(old.number(), file.number())) && ::fsync(file.number()) == 0;
  const bool meant = !written || !expected || unchanged(old, before, target, *expected);
  if (!written || !meant || ::rename(fresh.c_str(), target.c_str()) != 0) {
    const int why = errno;
    ::unlink(fresh.c_str());
    return meant ? std::strerror(why) : changed;
  }
  sync_folder(target.parent_path());
  return "";
}

void remove_unfinished(const fs::path &path) {
  std::error_code error;
  if (const fs::path target = fs::weakly_canonical(path, error); !error)
    remove_abandoned(unfinished(target));
}

} // namespace stslint
