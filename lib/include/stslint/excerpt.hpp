#pragma once

#include "stslint/edit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stslint {

/// How a text is written within another text.
enum class Quoting : std::uint8_t {
  single,         ///< of a shell: '…', where ' is '\''
  expanded,       ///< of a shell: "…", where \ stands before ", $, ` and itself
  expanded_lines, ///< of a here-document: the same, but for "
  doubled_single, ///< of YAML and PowerShell: '…', where ' is ''
  doubled,        ///< of C#: @"…", where " is ""
  backtick,       ///< of PowerShell: "…", where ` stands before ", $ and itself
  escaped,        ///< of JSON and programming languages: "…" with a backslash before " and itself
  escaped_single, ///< the same, in '…'
  escaped_quote,  ///< of PHP and Ruby: '…', with a backslash before ' and itself, and any other backslash as it is
  escaped_lines,  ///< of programming languages: '''…''', """…""" or `…`, with a backslash before itself
  entities,       ///< of HTML: <, > and & have names
  raw,            ///< as it is; it cannot contain its own end
};

/// A text within another text, its host: in a document, or as a string in a script.
struct Excerpt {
  std::string text; ///< as it would be in its own file
  /// The offset in the host of each byte of the text, and of its end.
  std::vector<std::uint32_t> origins;
  std::vector<Quoting> quoting;     ///< the innermost first
  std::size_t line = 1, column = 1; ///< the place in the host where the text begins

  /// The same edit in the host; no value if it cannot be written there.
  std::optional<Edit> in_host(const Edit &edit, std::string_view host) const;

private:
  Edit within_quotes(const Edit &edit, std::string_view host) const;
  std::optional<std::string_view> start_of_line(std::size_t at, std::string_view host) const;
};

} // namespace stslint
