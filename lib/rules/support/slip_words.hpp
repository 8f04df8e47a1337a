#pragma once

#include "faults.hpp"

/// The words of a slip in the structure: its repair shows the mistake.
namespace stslint {

/// A mark of JSON, as it is called in a sentence.
inline std::string mark_name(std::string_view mark) {
  if (mark == ",")
    return "a comma";
  if (mark == ":")
    return "a colon";
  return '"' + std::string(mark) + '"';
}

inline std::string extra_name(std::string_view mark) {
  return mark == "," ? "extra comma" : mark == ":" ? "extra colon" : "extra " + mark_name(mark);
}

/// The object or list that ends at `end`, a byte after its last one.
inline std::string closed_there(const Place &place, std::size_t end) {
  const Document &document = *place.document;
  for (std::uint32_t at = 0; at < document.nodes().size(); ++at) {
    const Value value(document, at);
    if (!is_container(value.kind()) || value.offset() + value.length() != end)
      continue;
    const Position start = place.locator->position(document.origin(value.offset()));
    const Position here = place.locator->position(document.origin(static_cast<std::uint32_t>(end - 1)));
    return std::string(value.is(Kind::object) ? "the object" : "the list") + " that starts " +
           (start.line == here.line ? "in column " + std::to_string(start.column)
                                    : "on line " + std::to_string(start.line));
  }
  return "an object or list";
}

/// The string in whose quotes something was mended; absent if there is none.
inline Value mended_string(const Document &document, std::size_t offset) {
  for (std::uint32_t at = 0; at < document.nodes().size(); ++at)
    if (const Value value(document, at);
        value.is(Kind::string) && value.offset() <= offset && offset <= value.offset() + value.length())
      return value;
  return {};
}

/// Quotes too few, too many or not escaped.
inline std::string quote_message(const Place &place, const Edit &edit, std::string_view removed) {
  const Value string = mended_string(*place.document, place.flaw->offset);
  const std::string it = string.absent() ? "" : shown(string, 40);
  if (edit.text == "\\" || (edit.text.ends_with("\\\\\"") && removed.ends_with("\\\"")))
    return "the backslash before the quote makes it a part of the text; for a backslash write \\\\";
  if (!removed.empty() && edit.text.empty())
    return removed != "\"" ? "this appears twice; remove one"
           : it.size() < 3 ? "extra quote; remove it"
                           : "extra quote; write " + it;
  if (removed == "'")
    return "the text " + it + " has ' in place of a double quote; write " + it;
  if (!removed.empty())
    return "the quotes within the text " + it + " end it too early; write \\\" for each of them";
  const bool opens = string.offset() == place.flaw->offset;
  const std::string with = edit.text.size() > 1 ? " and " + mark_name(edit.text.substr(1)) : "";
  if (opens)
    return "the text " + it + " has no opening quote; put it here";
  return "the text " + it + " has no closing quote" + (with.empty() ? "; put it here" : with + "; put them here");
}

inline std::string inserted_message(const Place &place, const std::string &text) {
  const std::size_t close = text.find_first_of("}]");
  const std::string_view behind = place.document->bytes().substr(place.flaw->offset + place.flaw->length);
  if (close != std::string::npos && behind.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return "the input ends inside " + closed_there(place, place.flaw->offset + close + 1) +
           ", so it was cut off or a " + text + " is missing; send all of it, or add the " + text;
  if (close != std::string::npos)
    return closed_there(place, place.flaw->offset + close + 1) + " is not closed; write " + text + " here";
  if (text == ",")
    return "a comma is missing between two entries; put it here";
  if (text == ":")
    return "a colon is missing between a key and its value; put it here";
  if (text.size() > 3) // a line
    return "the entries after this do not belong here; a line such as" + text + " is missing";
  const std::string_view rest = place.document->bytes().substr(place.flaw->offset + place.flaw->length);
  const std::size_t next = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
  const std::string before = shortened(rest.substr(next, rest.find_first_of(" \t\r\n:,", next + 1) - next), 40);
  return mark_name(text) + " is missing before " + before + "; put it here";
}

inline Words slip_words(const Place &place) {
  const Repair &repair = place.document->repairs()[place.flaw->other];
  const Edit &edit = repair.edit;
  const std::string_view source = place.document->text().substr(edit.offset, edit.length);
  const std::string_view removed = trimmed(source);
  Words words{"", edit.text, {edit}, repair.sure};
  if (edit.text.find_first_of("\"\\") != std::string::npos && edit.text.find("\": ") == std::string::npos)
    words.message = quote_message(place, edit, removed);
  else if (removed.empty())
    words.message = inserted_message(place, edit.text);
  else if (edit.text.empty() && removed.size() > 2)
    words.message = "this line appears twice; remove one";
  else if (edit.text.empty())
    words.message = removed.find('"') != std::string_view::npos ? quote_message(place, edit, removed)
                                                                : extra_name(removed) + "; remove it";
  else if (edit.text.find_first_of("}]") != std::string::npos)
    words.message = mark_name(removed) + " is in place of the " + mark_name(edit.text) + " that closes " +
                    closed_there(place, place.flaw->offset + 1) + "; write " + edit.text;
  else
    words.message = mark_name(removed) + " is in place of " + mark_name(edit.text) + "; write " + edit.text;
  return words;
}

} // namespace stslint
