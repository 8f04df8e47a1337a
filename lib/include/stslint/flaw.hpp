#pragma once

#include "stslint/edit.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stslint {

/// The flaws that a text can have as JSON, whatever a payload should be.
enum class FlawKind : std::uint8_t {
  // the syntax
  empty_text,         ///< nothing but white space
  not_json,           ///< a page, a script, another format, or JSON encoded twice; the parser reads none of it
  truncated,          ///< the text ends inside a value that is still open
  text_after_end,     ///< more text after the complete value
  bare_member,        ///< `"key": value` without the braces around
  comment,            ///< `//`, `#` or `/* */`
  trailing_comma,     ///< a comma before `}` or `]`
  extra_comma,        ///< a comma where a value or a key should stand
  missing_comma,      ///< two values or members beside each other
  missing_colon,      ///< a key, then a value
  missing_key,        ///< a value where a key should stand
  missing_value,      ///< a key without a value; covers the key
  wrong_bracket,      ///< `]` closes an object, or `}` a list
  stray_bracket,      ///< a closing bracket without an opening one
  early_bracket,      ///< a closing bracket after which members of the same object follow
  key_in_list,        ///< a key in a list that was not closed before it, or that should have been an object
  stray_text,         ///< text that belongs to no value, such as the rest of a string after an unescaped quote
  placeholder,        ///< `<…>`, `##…##`, `{{…}}`, `${…}`, `#{…}`: a template that was not filled in
  unquoted_text,      ///< a word without quotes
  unquoted_key,       ///< a key without quotes
  single_quotes,      ///< 'text'; recorded once, at the first occurrence
  typographic_quotes, ///< “text”; likewise
  prefixed_string,    ///< the `u` of u'text', as Python 2 prints it; likewise
  bad_literal,        ///< True, None, NaN, undefined …: another language's literal
  bad_number,         ///< 01, +1, .5, 1., 0x1F …
  odd_space,       ///< an invisible character or a foreign space between values; recorded once, at the first occurrence
  escaped_blank,   ///< `\n` or the like, written out between values; likewise
  template_block,  ///< `{% if … %}` or the like between values; likewise
  merge_conflict,  ///< the line `<<<<<<<` of git; the parser reads the first side
  unclosed_string, ///< a string whose line ends before its quote comes
  control_character, ///< a raw control character, such as a line break, within a string
  bad_escape,        ///< a backslash before a character that JSON does not escape; recorded once for each string
  slip, ///< a bracket, comma, colon, quote or line that is missing, extra or wrong, and that a Repair corrected
  // the encoding
  byte_order_mark, ///< a UTF-8 byte order mark
  compressed,      ///< gzip, zlib or zstd, by its first bytes
  utf16,           ///< UTF-16, by its mark or its zero bytes
  not_utf8,        ///< bytes that are not UTF-8; recorded once, at the first occurrence
  lone_surrogate,  ///< half of a `\uD83D\uDE00` pair
  // the values
  duplicate_key,    ///< a key that its object already has
  imprecise_number, ///< an integer beyond 2^53, or a number outside what a double holds
  too_deep,         ///< nested deeper than Document::max_depth; what lies deeper is skipped
};
inline constexpr std::size_t flaw_kinds = static_cast<std::size_t>(FlawKind::too_deep) + 1;
std::string_view name(FlawKind kind); ///< `trailing-comma`

/// A flaw and its place. `offset + length` never exceeds the text.
struct Flaw {
  FlawKind kind;
  std::uint32_t offset, length;
  std::uint32_t node;  ///< the value it concerns, or the container it lies in; may be beyond the tree
  std::uint32_t other; ///< duplicate_key: the first key; wrong_bracket, truncated, key_in_list: the container left
                       ///< open; slip: the number of its Repair
};

/// A slip in a text, and the edit that corrects it.
struct Repair {
  Edit edit;         ///< of the input
  bool sure = false; ///< no other edit leads to a text as good, and this one moves no value
};

} // namespace stslint
