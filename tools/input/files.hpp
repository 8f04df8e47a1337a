#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace stslint {

/// Where configuration and baselines are read from: the disk, or what git holds, in its index or a revision, so that a
/// commit is judged by what is in it. Paths are absolute.
class Files {
public:
  static Files on_disk() { return {}; }
  /// `revision` is "" for the index.
  static Files in_git(const std::string &revision);

  bool are_on_disk() const { return !revision_; }

  /// All of a file; none if there is none. Throws Error if it is there and cannot be read.
  std::optional<std::string> read(const std::filesystem::path &path);
  /// Whether configuration is looked for no further up than in this folder: the top of a repository.
  bool is_top(const std::filesystem::path &folder) const;

private:
  std::optional<std::string> read_from_git(const std::filesystem::path &path);

  std::optional<std::string> revision_;
  std::filesystem::path top_;
  class Listing;
  std::shared_ptr<Listing> listing_; ///< most folders have no file of ours: git is not asked for each
};

/// An absolute path as people see it: relative to the current folder.
std::string seen_from_here(const std::filesystem::path &path);

/// Absolute, without `.` and `..`; links stay.
std::filesystem::path absolute_path(const std::filesystem::path &path);

} // namespace stslint
