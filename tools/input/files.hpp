#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace stslint {

/// The source of configuration and baselines: the disk, git's index or a revision, so that a
/// commit is checked with its own settings. Paths are absolute.
class Files {
public:
  static Files on_disk() { return {}; }
  /// `revision` is "" for the index.
  static Files in_git(const std::string &revision);
  /// The disk, but `read` says what a file holds: in an editor, it may not be saved yet.
  static Files as_read_by(std::function<std::optional<std::string>(const std::filesystem::path &)> read);

  bool are_on_disk() const { return !revision_; }
  /// The source of files that somebody named by hand, which git need not know.
  Files by_hand() const { return revision_ ? on_disk() : *this; }

  /// The content of a file; empty if it does not exist. Throws Error if it exists and cannot be read.
  std::optional<std::string> read(const std::filesystem::path &path);
  /// True if a file exists.
  bool has(const std::filesystem::path &path);
  /// True if the search for configuration ends in this folder: the top of a repository.
  bool is_top(const std::filesystem::path &folder) const;

private:
  std::optional<std::string> read_from_git(const std::filesystem::path &path);

  std::function<std::optional<std::string>(const std::filesystem::path &)> read_; ///< empty for the disk itself
  std::optional<std::string> revision_;
  std::filesystem::path top_;
  class Listing;
  std::shared_ptr<const std::set<std::string>> names_; ///< all files in git, once somebody asks
  std::shared_ptr<Listing> listing_; ///< most folders have no such file, so git is not called for each
};

/// An absolute path for people: relative to the current folder.
std::string seen_from_here(const std::filesystem::path &path);

/// Absolute, without `.` and `..`; links stay.
std::filesystem::path absolute_path(const std::filesystem::path &path);

} // namespace stslint
