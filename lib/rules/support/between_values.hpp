#pragma once

#include "../../text/invisible.hpp"

#include "phrases.hpp"

#include <algorithm>

/// The words of invalid-json for characters that stand between values, where only blanks may.
namespace stslint {

/// Edits of all that stands between the strings and words of a text: `edit` is handed each such piece, and where it is.
template <typename Use> Edits edits_between_values(const Document &document, Use use) {
  Edits edits;
  std::size_t at = 0;
  const std::string_view bytes = document.bytes();
  const auto take = [&](std::size_t end) {
    if (end > at)
      use(bytes.substr(at, end - at), at, edits);
    at = end;
  };
  for (const Node &node : document.nodes())
    if (!is_container(node.kind)) {
      take(node.offset);
      at = std::max<std::size_t>(at, node.offset + std::size_t{node.length});
    }
  take(bytes.size());
  return edits;
}

/// Characters that nobody sees, or takes for a space.
inline Words invisible_words(const Document &document, std::string_view text) {
  const Edits fix = edits_between_values(document, [](std::string_view piece, std::size_t start, Edits &edits) {
    for (std::size_t at = 0; at < piece.size(); ++at)
      if (const std::size_t length = invisible_at(piece.substr(at)).bytes.size(); length > 0) {
        edits.push_back({start + at, length, invisible_at(piece.substr(at)).name.ends_with("SPACE") ? " " : ""});
        at += length - 1;
      }
  });
  const std::string first = fix.size() > 1 ? "the first of " + std::to_string(fix.size()) + " invisible characters"
                                           : "an invisible character";
  return {first + " between values, often copied from a web page: " + std::string(invisible_at(text).name) +
              "; remove it, or write a plain space",
          "", fix, true};
}

/// The letters before strings of Python 2.
inline Words prefix_words(const Document &document, std::uint32_t offset) {
  const std::string_view text = document.bytes().substr(offset);
  Edits fix;
  bool safe = true; // but a raw string has backslashes of its own
  for (std::uint32_t at = 0; at < document.nodes().size(); ++at)
    if (const Value string(document, at); string.is(Kind::string) && string.offset() > 0)
      if (std::string_view("ubrUBR").find(document.bytes()[string.offset() - 1]) != std::string_view::npos) {
        fix.push_back({string.offset() - 1u, 1, ""});
        safe &= string.raw().find('\\') == std::string_view::npos;
      }
  const std::string it =
      shortened(masked(document.bytes(), offset, std::min(text.find_first_of(",:}]\n"), text.size())), 40);
  return {it + (fix.size() > 1 ? " is the first of " + std::to_string(fix.size()) + " strings" : " is a string") +
              " as Python 2 prints them; remove the letter before the quote",
          "", fix, safe};
}

/// Line breaks that a program wrote as their escapes.
inline Words escaped_blank_words(const Document &document, std::string_view text) {
  const Edits fix = edits_between_values(document, [](std::string_view piece, std::size_t start, Edits &edits) {
    for (std::size_t at = 0; at + 1 < piece.size(); ++at)
      if (piece[at] == '\\' && std::string_view("rnt").find(piece[at + 1]) != std::string_view::npos) {
        const char letter = piece[++at];
        edits.push_back({start + at - 1, 2, letter == 'n' ? "\n" : letter == 't' ? "\t" : ""});
      }
  });
  return {"a line break between values is written out as " + std::string(text) +
              ", which JSON knows within strings only; write a real line break",
          "", fix, document.flaws().size() == 1};
}

} // namespace stslint
