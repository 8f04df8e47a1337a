#include "git.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace stslint {
namespace {

constexpr std::size_t pipe_block = std::size_t{1} << 16;

/// The exit code of git for an unknown flag.
constexpr int unknown_flag = 129;

std::vector<std::string> surroundings() {
  // Prevents git from fetching missing objects: new versions need a flag, old ones a list of protocols.
  static constexpr std::array<std::string_view, 5> ours = {"GIT_ALLOW_PROTOCOL=", "GIT_NO_LAZY_FETCH=1",
                                                           "GIT_OPTIONAL_LOCKS=0", "GIT_DIFF_OPTS=", "LC_ALL=C"};
  std::vector<std::string> all(ours.begin(), ours.end());
  for (char **variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable, name = text.substr(0, text.find('=') + 1);
    if (std::ranges::none_of(ours, [&](std::string_view own) { return own.starts_with(name); }))
      all.emplace_back(text);
  }
  return all;
}

std::vector<char *> pointers(std::vector<std::string> &words) {
  std::vector<char *> all;
  for (std::string &word : words)
    all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// A file in memory, so that a full pipe cannot make git and stslint wait for each other.
int file_of(std::string_view text) {
  const int file = ::memfd_create("git", MFD_CLOEXEC);
  while (!text.empty()) {
    const ssize_t put = ::write(file, text.data(), text.size());
    if (put < 0 && errno != EINTR)
      break;
    text.remove_prefix(put > 0 ? static_cast<std::size_t>(put) : 0);
  }
  ::lseek(file, 0, SEEK_SET);
  return file;
}

/// The line with the reason, not its context.
std::string reason(std::string_view errors) {
  constexpr std::string_view mark = "fatal: ";
  const std::size_t fatal = errors.rfind(mark);
  errors.remove_prefix(fatal == std::string_view::npos ? 0 : fatal + mark.size());
  return std::string(errors.substr(0, errors.find('\n')));
}

} // namespace

Git::Git(const std::vector<std::string> &arguments, std::string_view input, const std::string &folder) {
  std::vector<std::string> words = {"git", "-C", folder, "--no-replace-objects", "-c", "core.fsmonitor=false"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = surroundings();
  std::array<int, 2> ends = {-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    broken_ = errno;
    return;
  }
  output_ = ends[0];
  errors_ = file_of({});
  const int in = file_of(input);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, errors_, STDERR_FILENO);
  broken_ = ::posix_spawnp(&child_, "git", &actions, nullptr, pointers(words).data(), pointers(variables).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(in);
  ::close(ends[1]);
}

Git::~Git() {
  // A git process without a reader ends by SIGPIPE.
  ::close(output_);
  wait();
  ::close(errors_);
}

int Git::wait() {
  int status = 0;
  while (!status_ && broken_ == 0) {
    if (::waitpid(child_, &status, 0) == child_)
      status_ = status;
    else if (errno != EINTR)
      broken_ = errno;
  }
  return status_.value_or(0);
}

bool Git::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + pipe_block);
  ssize_t got = 0;
  do
    got = ::read(output_, buffer_.data() + size, pipe_block);
  while (got < 0 && errno == EINTR);
  buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return got > 0;
}

bool Git::read_until(char end, std::string &to) {
  std::size_t found = 0, seen = 0;
  while ((found = buffer_.find(end, at_ + seen)) == std::string::npos) {
    seen = buffer_.size() - at_;
    if (!fill())
      return false;
  }
  to.assign(buffer_, at_, found - at_);
  at_ = found + 1;
  return true;
}

bool Git::read_bytes(std::size_t size, std::string &to) {
  const std::size_t there = std::min(size, buffer_.size() - at_);
  to.assign(buffer_, at_, there);
  at_ += there;
  to.resize(size);
  for (std::size_t have = there; have < size;) {
    const ssize_t got = ::read(output_, to.data() + have, size - have);
    if (got == 0 || (got < 0 && errno != EINTR))
      return false;
    have += got > 0 ? static_cast<std::size_t>(got) : 0;
  }
  return true;
}

std::string Git::rest() {
  while (fill())
    ;
  return buffer_.substr(at_);
}

std::string Git::failure() {
  while (fill())
    at_ = buffer_.size();
  const int status = wait();
  if (broken_ == ENOENT)
    return "git was not found; install git, or add it to the PATH";
  if (broken_ != 0)
    return std::string("cannot start git: ") + std::strerror(broken_);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return "";
  if (WIFEXITED(status) && WEXITSTATUS(status) == unknown_flag)
    return "this git is too old; install git 2.28 or later";
  std::string errors(pipe_block, '\0');
  errors.resize(static_cast<std::size_t>(std::max<ssize_t>(::pread(errors_, errors.data(), errors.size(), 0), 0)));
  return "git failed: " + (errors.empty() ? "it printed no message" : reason(errors));
}

std::optional<std::string> git(const std::string &folder, const std::vector<std::string> &arguments) {
  Git run(arguments, {}, folder);
  std::string output = run.rest();
  return run.failure().empty() ? std::optional(output) : std::nullopt;
}

} // namespace stslint
