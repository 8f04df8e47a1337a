#pragma once

#include <string>

namespace stslint {

/// The git repository around the current folder.
struct Repository {
  std::string why;        ///< why there is none, in one line; then nothing else is known
  bool work_tree = false; ///< the current folder lies in a work tree, rather than in a bare repository
  std::string up;         ///< the way to the top of the work tree: `../`, or "" for the current folder
  std::string merge_head; ///< where git writes down what is being merged; "" without a work tree

  /// Asks git.
  static Repository ask();
  /// Asks git only where the answer is not plain to see: to ask costs a tenth of the hook's time. Where .git is there
  /// and no repository after all, whoever runs git in it is told so.
  static Repository look();

  /// A path from the top as seen from the current folder, and the other way round; the top itself is "".
  std::string from_here(const std::string &from_top) const;
  std::string from_top(const std::string &from_here) const;
};

} // namespace stslint
