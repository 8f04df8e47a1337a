#pragma once

#include "cli.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace stslint {

/// One text to lint, as the command line led to it.
struct Input {
  std::filesystem::path path; ///< empty: standard input
  std::string name;           ///< as reports show it: relative to the current folder, without `./`
  bool by_hand = true;        ///< named by hand, rather than met in a folder
};

/// What `paths` lead to, in their order, folders sorted by name. Hidden folders and links to folders are not entered.
/// `complain` is told, in one line, of each path that leads nowhere. `folder_done(path, first)` is called after a
/// folder's inputs, the first of which is number `first`.
struct Expansion {
  std::vector<Input> inputs;
  struct Folder {
    std::string name;
    std::size_t first, last; ///< its inputs
  };
  std::vector<Folder> folders;
};
Expansion expand(const std::vector<std::string> &paths, const std::function<void(const std::string &)> &complain);

/// Reads all of an input into `bytes`, replacing what it holds. "" or, in one line, why it could not.
std::string read(const Input &input, Console &console, std::string &bytes);

} // namespace stslint
