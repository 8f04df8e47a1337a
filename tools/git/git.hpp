#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace stslint {

/// A running git process: it starts at once, and is read while it runs. It only reads: whatever the user's settings and
/// environment are, it takes no lock, fetches nothing, runs no fsmonitor, and shows objects themselves, not their
/// replacements.
class Git {
public:
  /// `input` is all of its standard input.
  explicit Git(const std::vector<std::string> &arguments, std::string_view input = {}, const std::string &folder = ".");
  ~Git();
  Git(const Git &) = delete;
  Git &operator=(const Git &) = delete;

  /// Its output up to the next `end`, without that. False if there is no further `end`.
  bool read_until(char end, std::string &to);
  /// The next bytes; false if there are fewer.
  bool read_bytes(std::size_t size, std::string &to);
  /// The rest of the output.
  std::string rest();

  /// Waits for its end: "" for success, otherwise one line with the error, in git's words if it printed any.
  std::string failure();

private:
  bool fill();
  int wait();

  pid_t child_ = 0;
  int output_ = -1, errors_ = -1;
  int broken_ = 0; ///< errno, if it could not be started
  std::optional<int> status_;
  std::string buffer_;
  std::size_t at_ = 0; ///< the number of bytes of the buffer that were read
};

/// The output of `git ARGUMENTS` in `folder`; empty if git is missing or fails.
std::optional<std::string> git(const std::string &folder, const std::vector<std::string> &arguments);

} // namespace stslint
