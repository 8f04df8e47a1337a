#pragma once

#include <string>

namespace stslint {

/// The git repository around the current folder.
struct Repository {
  std::string why;        ///< why there is none, in one line; then nothing else is set
  bool work_tree = false; ///< the current folder is in a work tree, not in a bare repository
  std::string up;         ///< the path to the top of the work tree: `../`, or "" for the current folder
  std::string merge_head; ///< git's file with the merged commits; "" without a work tree

  /// Asks git.
  static Repository ask();
  /// Asks git only if the answer is not obvious, because a call costs a tenth of the hook's time. If .git exists
  /// but is not a repository, later git commands report it.
  static Repository look();

  /// Converts a path relative to the top into one relative to the current folder, and back; the top itself is "".
  std::string from_here(const std::string &from_top) const;
  std::string from_top(const std::string &from_here) const;
};

} // namespace stslint
