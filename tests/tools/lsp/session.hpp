#pragma once

#include "support/files.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <streambuf>
#include <string>

namespace stslint::test {

/// A new folder, which is the current one as long as this lives.
class WorkingFolder {
public:
  explicit WorkingFolder(const std::string &name);
  ~WorkingFolder();
  WorkingFolder(const WorkingFolder &) = delete;
  WorkingFolder &operator=(const WorkingFolder &) = delete;
  const std::filesystem::path &path() const { return path_; }

private:
  std::filesystem::path path_, before_;
};

/// Input in pieces: the next piece is only asked for when somebody waits for it.
class PiecewiseInput : public std::streambuf {
public:
  /// `next` answers the next piece, empty at the end of the input.
  explicit PiecewiseInput(std::function<std::optional<std::string>()> next) : next_(std::move(next)) {}

protected:
  int_type underflow() override;

private:
  std::function<std::optional<std::string>()> next_;
  std::string piece_;
};

/// A message with its header.
std::string framed(const std::string &message);
/// The messages in what a server wrote, as lines that a person can read.
std::string readable_messages(std::string_view output);
/// The text of a session with what the server really says.
std::string replayed_session(const std::string &text, const std::filesystem::path &folder);

} // namespace stslint::test
