#pragma once

#include "stslint/edit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stslint {

/// How a text is written where it stands within another.
enum class Quoting : std::uint8_t {
  single,         ///< of a shell: '…', where ' is '\''
  expanded,       ///< of a shell: "…", where \ stands before ", $, ` and itself
  expanded_lines, ///< of a here-document: the same, but for "
  doubled_single, ///< of YAML and PowerShell: '…', where ' is ''
  doubled,        ///< of C#: @"…", where " is ""
  backtick,       ///< of PowerShell: "…", where ` stands before ", $ and itself
  escaped,        ///< of JSON and programming languages: "…" with a backslash before " and itself
  escaped_single, ///< the same, in '…'
  escaped_lines,  ///< of programming languages: '''…''', """…""" or `…`, with a backslash before itself
  raw,            ///< as it is, but it cannot hold its own end
};

/// A text that stands within another one, its host: in a document, or as a string in a script.
struct Excerpt {
  std::string text; ///< as it would stand in a file of its own
  /// For each byte of the text, and for its end, where the host has it.
  std::vector<std::uint32_t> origins;
  std::vector<Quoting> quoting;     ///< from the text outwards
  std::size_t line = 1, column = 1; ///< where the text begins in the host

  /// The same edit of the host; nothing if it cannot be written there.
  std::optional<Edit> in_host(const Edit &edit) const;
};

} // namespace stslint
