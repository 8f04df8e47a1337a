#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace stslint {

/// A git at work: started at once, read while it runs. It is asked for facts only: whatever the user's settings and
/// surroundings say, it takes no lock, fetches nothing, runs no fsmonitor and shows objects as they are, not what
/// replaces them.
class Git {
public:
  /// `input` is all of its standard input.
  explicit Git(const std::vector<std::string> &arguments, std::string_view input = {}, const std::string &folder = ".");
  ~Git();
  Git(const Git &) = delete;
  Git &operator=(const Git &) = delete;

  /// What it writes up to the next `end`, which is taken off. False if there is no more `end`.
  bool read_until(char end, std::string &to);
  /// The next bytes; false if there are fewer.
  bool read_bytes(std::size_t size, std::string &to);
  /// All that is left.
  std::string rest();

  /// Waits for its end: "" if it was a good one, else one line that says what went wrong, in git's words if it has any.
  std::string failure();

private:
  bool fill();
  int wait();

  pid_t child_ = 0;
  int output_ = -1, errors_ = -1;
  int broken_ = 0; ///< errno, if it could not be started
  std::optional<int> status_;
  std::string buffer_;
  std::size_t at_ = 0; ///< how much of the buffer has been read
};

/// What `git ARGUMENTS` writes, run in `folder`; none if there is no git or it fails.
std::optional<std::string> git(const std::string &folder, const std::vector<std::string> &arguments);

} // namespace stslint
