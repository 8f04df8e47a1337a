#pragma once

#include "command_line/console.hpp"
#include "file_kind.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stslint {

/// One text to lint, as the command line led to it.
struct Input {
  std::string path;    ///< empty: standard input
  std::string name;    ///< as reports show it: relative to the current folder, without `./`
  bool by_hand = true; ///< named by hand, rather than met in a folder
  /// In bytes, of a regular file, which can be read more than once; not of those that nobody asked the sizes of.
  std::optional<std::uint64_t> size = {};
};

/// What paths lead to, in their order.
struct Expansion {
  std::vector<Input> inputs;
  struct Folder {
    std::string name;
    std::size_t first, last; ///< its inputs
  };
  std::vector<Folder> folders;
};

using Complain = std::function<void(const std::string &name, const std::string &why)>;

/// Files are taken as they are; folders give the files in them, sorted by name, that could hold payloads by their
/// names. Hidden folders, links to folders and, in a git work tree, what git ignores are left out. `-` is standard
/// input, called `stdin_name`. `complain` is told of each path that leads nowhere, and why.
Expansion expand(const std::vector<std::string> &paths, const std::string &stdin_name, const Complain &complain);

/// Asks for the sizes that folders did not tell: to do so takes a good part of the time of reading a small file.
void ask_sizes(std::vector<Input> &inputs);

/// The paths in a file of paths, or in standard input for `-`, each ended by `separator`; throws Error if it cannot be
/// read.
std::vector<std::string> read_paths(const std::string &file, char separator, Console &console);

/// Reads all of an input into `bytes`, replacing what it holds, and unpacks it. 0, or in `why` one line and the exit
/// code it comes to.
ExitCode read(const Input &input, Console &console, std::string &bytes, std::string &why);

/// Decompresses the bytes of an input if its name says so. 0, or in `why` one line and the exit code it comes to.
ExitCode unpack(const Input &input, std::string &bytes, std::string &why);

} // namespace stslint
