#pragma once

#include "phrases.hpp"

#include <charconv>

/// The words of invalid-json: for each kind of flaw what it is and what to do.
namespace stslint {

/// A number in another language's spelling as JSON spells it; "" if that is not plain.
inline std::string mended_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative || text.starts_with('+') ? 1 : 0);
  std::string number;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    unsigned long long value = 0;
    const char *end = text.data() + text.size();
    if (std::from_chars(text.data() + 2, end, value, 16).ptr == end)
      number = std::to_string(value);
  } else {
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    number = (text.empty() || text[0] == '.' || text[0] == 'e' ? "0" : "") + std::string(text);
    if (const std::size_t point = number.find('.'); point + 1 == number.size())
      number += '0';
  }
  if (negative)
    number.insert(0, "-");
  Document document;
  document.parse(number);
  return document.flaws().empty() && document.root().is(Kind::number) ? number : "";
}

inline Words number_words(const Flaw &flaw, std::string_view text) {
  const std::string mend = mended_number(text), it = shortened(text, 40);
  if (mend.empty())
    return {it + " is not a JSON number; write plain decimal digits, or put it in double quotes if it is text"};
  return {it + " is not a JSON number; write " + shortened(mend, 40), mend, {{flaw.offset, flaw.length, mend}}, true};
}

/// Another language's literal.
inline Words literal_words(const Flaw &flaw, std::string_view text) {
  const std::string it(text);
  if (text == "undefined")
    return {it + " is not JSON; write a value, or leave the entry out"};
  for (const std::string_view number : {"NaN", "nan", "Infinity", "inf"})
    if (text.ends_with(number))
      return {it + " is not a JSON number; write a finite number, or leave the entry out"};
  const std::string mend = text[0] == 'T' ? "true" : text[0] == 'F' ? "false" : "null";
  return {it + " is not JSON; write " + mend, mend, {{flaw.offset, flaw.length, mend}}, true};
}

/// Takes a comment out, and its line if nothing else stands there; none for one that nobody ended: it hides the rest.
inline Edits without_comment(std::string_view text, const Flaw &flaw) {
  const std::string_view comment = text.substr(flaw.offset, flaw.length);
  if (comment.starts_with("/*") && (comment.size() < 4 || !comment.ends_with("*/")))
    return {};
  const auto blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\t'; };
  std::size_t start = flaw.offset, end = start + flaw.length;
  while (start > 0 && blank(start - 1))
    --start;
  while (end < text.size() && blank(end))
    ++end;
  const bool starts_line = start == 0 || text[start - 1] == '\n';
  const bool ends_line = end == text.size() || text[end] == '\n' || text[end] == '\r';
  if (!ends_line) // what stood on either side must not grow together
    return {{flaw.offset, flaw.length, start < flaw.offset || starts_line ? "" : " "}};
  if (starts_line && end < text.size())
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return {{start, end - start, ""}};
}

/// Of flaws whose text tells all.
inline Words flaw_words(const Flaw &flaw, std::string_view document) {
  const std::string_view text = document.substr(flaw.offset, flaw.length);
  const std::string it = shortened(text, 40);
  const auto write = [&](const std::string &what) { return Edits{{flaw.offset, flaw.length, what}}; };
  switch (flaw.kind) {
  case FlawKind::empty_text:
    return {"the text is empty; a payload is a JSON object: { … }"};
  case FlawKind::text_after_end:
    if (text[0] == '{' || text[0] == '[')
      return {
          "a second JSON text begins here; send one object per message, or keep one per line in a file named .ndjson"};
    return {in_quotes(text, 20) + " follows the end of the JSON; remove it, or look for a bracket too many above"};
  case FlawKind::bare_member:
    return {"a key and value without braces around them; put { before and } after"};
  case FlawKind::comment:
    return {"a comment; JSON has none, and the receiver refuses the message: remove it", "",
            without_comment(document, flaw), true};
  case FlawKind::trailing_comma:
    return {"a comma after the last entry, which JSON does not allow; remove it", "", write(""), true};
  case FlawKind::extra_comma:
    return {"a comma without an entry before it; remove it", "", write(""), true};
  case FlawKind::missing_comma:
    return {"a comma is missing between two entries; put it here", ",", write(","), true};
  case FlawKind::missing_colon:
    return {"a colon is missing between a key and its value; put it here", ":", write(":"), true};
  case FlawKind::missing_key:
    return {"a value without a key; in an object write \"key\": value"};
  case FlawKind::missing_value:
    return {"a key without a value; write \"key\": value, or remove it"};
  case FlawKind::stray_bracket:
    return {'"' + std::string(text) + "\" closes nothing; remove it", "", write("")};
  case FlawKind::stray_text:
    if (text[0] == ':' || text[0] == ',')
      return {"unexpected \"" + std::string(text.substr(0, 1)) + "\"; look for a quote or a bracket missing before it"};
    return {"unexpected " + in_quotes(text, 40) +
            "; if it belongs to the text before it, escape the quotes within: \\\""};
  case FlawKind::placeholder:
    return {it + " is a placeholder that nobody filled in; put the value here before sending"};
  case FlawKind::unquoted_text:
    if (text[0] == '\0')
      return {"a NUL byte outside any text; remove it"};
    return {it + " is not JSON; if it is text, put it in double quotes: " + shortened(json_string(text), 40),
            json_string(text), write(json_string(text))};
  case FlawKind::unquoted_key:
    return {"the key " + it + " has no quotes; write " + shortened(json_string(text), 40), json_string(text),
            write(json_string(text)), true};
  case FlawKind::bad_literal:
    return literal_words(flaw, text);
  case FlawKind::bad_number:
    return number_words(flaw, text);
  case FlawKind::unclosed_string:
    return {"the string " + in_quotes(text.substr(1), 40) + " has no closing quote on its line; add it"};
  case FlawKind::single_quotes: {
    const std::string mend = json_string(text.substr(1, text.size() - 2));
    return {"a string in single quotes; JSON takes double quotes only: " + shortened(mend, 40), mend, write(mend),
            text.find('\\') == std::string_view::npos};
  }
  case FlawKind::control_character:
    if (text == "\n" || text == "\r")
      return {"a line break within a string; write \\n"};
    return {text == "\t" ? "a tab within a string; write \\t"
                         : "the control character " + it + " within a string; remove it, or write it as a \\u escape"};
  case FlawKind::bad_escape:
    if (text == "\\u")
      return {"\\u needs four hexadecimal digits, as in \\u00e9; for a backslash write \\\\"};
    return {"JSON does not know the escape " + it + "; for a backslash write \\\\"};
  default:
    return {};
  }
}

/// Of flaws that say where something began, too.
inline Words syntax_words(const Place &place) {
  const Flaw &flaw = *place.flaw;
  const std::string_view text = place.document->bytes().substr(flaw.offset, flaw.length);
  if (flaw.kind != FlawKind::truncated && flaw.kind != FlawKind::wrong_bracket)
    return flaw_words(flaw, place.document->bytes());
  if (flaw.kind == FlawKind::truncated && !text.empty())
    return {"the payload ends within this string; it was cut off, or a quote is missing"};
  const Value open(*place.document, flaw.other);
  const std::string start = (open.is(Kind::object) ? "object" : "list") + std::string(" that starts on line ") +
                            std::to_string(place.locator->position(open.offset()).line);
  const std::string bracket = open.is(Kind::object) ? "}" : "]";
  if (flaw.kind == FlawKind::truncated)
    return {"the payload ends before the " + start + " ends; it was cut off, or a " + bracket + " is missing"};
  return {"found \"" + std::string(text) + "\" where \"" + bracket + "\" must close the " + start +
          "; replace it, or add the missing \"" + bracket + "\" before it"};
}

} // namespace stslint
