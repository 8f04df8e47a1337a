#pragma once

#include "command_line/console.hpp"
#include "file_kind.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stslint {

/// A part of a file of lines: those that start in it.
struct FilePart {
  std::uint64_t from = 0;
  std::optional<std::uint64_t> to = {}; ///< the offset after it; empty for the end of the file
  std::size_t first_line = 1;           ///< the number of its first line

  bool is_whole() const { return from == 0 && !to && first_line == 1; }
  /// Another part holds the beginning of the file.
  bool is_continued() const { return from > 0 || to == std::uint64_t{0}; }
};

/// One text to lint, from the command line.
struct Input {
  std::string path;    ///< empty for standard input
  std::string name;    ///< the name in reports: relative to the current folder, without `./`
  bool by_hand = true; ///< named by hand, not found in a folder
  /// The size in bytes of a regular file, which can be read more than once; empty if it was not requested.
  std::optional<std::uint64_t> size = {};
  FilePart part = {};
};

/// The inputs from paths, in their order, each file once.
struct Expansion {
  std::vector<Input> inputs;
  struct Folder {
    std::string name;
    std::size_t first, last; ///< its inputs
    bool shared = false;     ///< other inputs stand for some of its files
  };
  std::vector<Folder> folders;
  std::vector<std::string> repositories; ///< in these folders, but not of them: submodules, and clones within
  std::vector<std::string> links;        ///< in these folders, and not followed: to folders, or to nothing
};

using Complain = std::function<void(const std::string &name, const std::string &why)>;
/// Whether a file in a folder is searched for payloads, if it is a document or a program.
using Embeds = std::function<bool(const std::string &name)>;

/// Whether a path, relative to a folder that was named, leads to a hidden file, or through a hidden folder.
bool is_hidden(std::string_view path);

/// Whether a file in a folder is an input, by its name: it may be a payload, or a document that is searched. Of hidden
/// files, such as the workflows in .github, only the documents are. `before` is the prefix of its name in reports.
bool may_hold_payloads(const std::string &before, std::string_view name, bool hidden, const Embeds &embeds);

/// Files are inputs themselves; folders give their files, sorted by name, that could contain payloads by their
/// names. Links to folders and, in a git work tree, ignored files and other repositories are skipped; outside one,
/// folders of dependencies such as node_modules, and hidden folders other than those of workflows. `-` is standard
/// input, named `stdin_name`. `complain` gets each path that does not exist, and the reason.
Expansion expand(
    const std::vector<std::string> &paths, const std::string &stdin_name, const Complain &complain,
    const Embeds &embeds = [](const std::string &) { return false; });

/// Requests the missing sizes, which takes a large part of the time to read a small file.
void ask_sizes(std::vector<Input> &inputs);

/// The paths in a file of paths, or in standard input for `-`, each ended by `separator`; throws Error if it cannot be
/// read.
std::vector<std::string> read_paths(const std::string &file, char separator, Console &console);

/// Reads a whole input into `bytes`, replaces their content, and decompresses it. Returns 0, or an exit
/// code, with one line in `why`.
ExitCode read(const Input &input, Console &console, std::string &bytes, std::string &why);

/// Decompresses the bytes of an input if its name says so. Returns 0, or an exit code, with one line in `why`.
ExitCode unpack(const Input &input, std::string &bytes, std::string &why);

} // namespace stslint
