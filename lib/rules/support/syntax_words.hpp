#pragma once

#include "between_values.hpp"
#include "mends.hpp"
#include "other_formats.hpp"
#include "slip_words.hpp"
#include "structure_words.hpp"
#include "times.hpp"

#include <charconv>

/// The words of invalid-json: for each kind of flaw its name and the advice.
namespace stslint {

/// Whether the commas of a number stand before each three digits; one alone stands for a point otherwise.
inline bool has_thousands(std::string_view number) {
  const std::size_t first = number.find(',');
  bool all = first > 0 && first <= 3 + (number.starts_with('-') ? 1u : 0u);
  for (std::size_t at = first; all && at < number.size(); at += 4)
    all = number[at] == ',' && number.size() >= at + 4;
  return all;
}

/// A number of another language in JSON's spelling; "" if the spelling is unclear.
inline std::string mended_number(std::string_view wrong) {
  std::string bare(wrong);
  // A time in seconds takes no fraction.
  if (const std::size_t comma = bare.find(','); comma != std::string::npos && !has_thousands(wrong)) {
    if (bare.find(',', comma + 1) != std::string::npos)
      return "";
    bare = comma >= 10 ? bare.substr(0, comma) : bare.replace(comma, 1, ".");
  }
  std::erase_if(bare, [](char c) { return c == ',' || c == ' ' || c == '_'; });
  if (const bool hexadecimal = bare.find_first_of("xX") != std::string::npos; !hexadecimal)
    bare.resize(bare.find_last_not_of("lLuUfFdD") + 1); // the type suffix of another language
  std::string_view text = bare;
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

/// Starts with a date, for example `2026-11-23`.
inline bool is_date(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  const auto fits = [&](std::size_t i) { return form[i] == '-' ? text[i] == '-' : text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = 0; i < form.size(); ++i)
    if (i >= text.size() || !fits(i))
      return false;
  return true;
}

inline Words date_words(const Place &place, std::string_view text) {
  return {shortened(text, 40) + " is not JSON; write a time in " + time_in_words(unit_of(*place.settings)) +
          ", and any other text in double quotes"};
}

inline Words number_words(const Flaw &flaw, std::string_view text) {
  const std::string mend = mended_number(text), it = shortened(text, 40);
  if (!mend.empty() && text.find(',') != std::string_view::npos)
    return {has_thousands(text) ? it + " has a thousands separator, which JSON does not allow; write " + mend
                                : it + " is a number with a decimal comma, where JSON takes a point; write " + mend,
            mend,
            {{flaw.offset, flaw.length, mend}}};
  if (mend.empty())
    return {it + " is not a JSON number; write plain decimal digits, or put it in double quotes if it is text"};
  // A digit too many in front may be one of another number, whose point is lost.
  const bool sure = !text.starts_with('0') || text.find_first_of("xX") == 1;
  return {it + " is not a JSON number; write " + shortened(mend, 40), mend, {{flaw.offset, flaw.length, mend}}, sure};
}

/// For a literal of another language.
inline Words literal_words(const Flaw &flaw, std::string_view text) {
  const std::string it(text);
  if (text == "undefined")
    return {it + " is not JSON; write a value, or leave the entry out"};
  static constexpr std::string_view numbers[] = {"nan", "inf", "infinity"};
  const bool is_c = text.find(".#") != std::string_view::npos; // as Windows' C writes it
  const std::string_view name = text.substr(text.starts_with('+') || text.starts_with('-') ? 1 : 0);
  for (const std::string_view number : numbers)
    if (is_c || same_word(name, number))
      return {it + " is not a JSON number; write a finite number, or leave the entry out"};
  const std::string mend = text[0] == 'T' ? "true" : text[0] == 'F' ? "false" : "null";
  return {it + " is not JSON; write " + mend, mend, {{flaw.offset, flaw.length, mend}}, true};
}

/// Removes a comment, and its line if nothing else is on it. There is no fix for a comment without an end: it hides the
/// rest of the input.
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
  if (!ends_line) // the two sides must not join
    return {{flaw.offset, flaw.length, start < flaw.offset || starts_line ? "" : " "}};
  if (starts_line && end < text.size())
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return {{start, end - start, ""}};
}

/// Behind a string whose quote is lost, or came too early, the rest of a line may look like a comment.
inline bool is_surely_comment(std::string_view text, const Flaw &flaw) {
  const std::size_t line = text.substr(0, flaw.offset).rfind('\n') + 1;
  const bool starts_line = text.substr(line, flaw.offset - line).find_first_not_of(" \t") == std::string_view::npos;
  const bool touches_quote = flaw.offset > 0 && text[flaw.offset - 1] == '"';
  return starts_line || (!touches_quote && text.substr(flaw.offset, flaw.length).find('"') == std::string_view::npos);
}

/// For a word without quotes in the place of a value.
inline Words unquoted_words(const Flaw &flaw, std::string_view text) {
  const std::string it = shortened(text, 40), quoted = json_string(text);
  if (text.starts_with("@{"))
    return {"a hashtable as PowerShell writes it; ConvertTo-Json makes JSON of it"};
  if (text[0] == '\0')
    return {"a NUL byte is outside any string; remove it"};
  if (text == "(")
    return {"JSON writes a list in [ ], not in ( ); replace the parentheses"};
  if (text.size() > 1 && text.ends_with('"')) {
    const std::string mend = json_string(text.substr(0, text.size() - 1));
    return {"the string " + it + " has no opening quote; write " + shortened(mend, 40),
            mend,
            {{flaw.offset, 0, "\""}},
            true};
  }
  if (text.ends_with(')'))
    return {it + " is program code; write the value that it returns"};
  static constexpr std::string_view literals[] = {"true", "false", "null"};
  if (const auto meant = closest(text, literals))
    return {it + " is not JSON; did you mean " + std::string(*meant) + '?',
            std::string(*meant),
            {{flaw.offset, flaw.length, std::string(*meant)}}};
  return {it + " is not JSON; if it is text, put it in double quotes: " + shortened(quoted, 40),
          quoted,
          {{flaw.offset, flaw.length, quoted}}};
}

/// For flaws that their own text explains, or the text after them.
inline Words flaw_words(const Flaw &flaw, std::string_view text, std::string_view document) {
  const std::string_view after = document.substr(flaw.offset + flaw.length);
  const std::string it = shortened(text, 40);
  const auto write = [&](const std::string &mend) { return Edits{{flaw.offset, flaw.length, mend}}; };
  switch (flaw.kind) {
  case FlawKind::empty_text:
    return {"the input is empty; a payload is a JSON object: { … }"};
  case FlawKind::text_after_end:
    if (text[0] == '{' || text[0] == '[')
      return {"a second JSON value begins here; send each object as a payload of its own, or write one object per line "
              "in a .ndjson "
              "file"};
    return {in_quotes(text, 20) +
            " follows the end of the JSON; remove it, or look for an extra closing bracket before it"};
  case FlawKind::bare_member:
    return {"this key and its value have no braces around them; put { before the key and } after the value"};
  case FlawKind::comment:
    return {"JSON does not allow comments, and the receiver refuses the payload; remove this comment", "",
            without_comment(document, flaw), is_surely_comment(document, flaw)};
  case FlawKind::trailing_comma:
    return {"JSON does not allow a comma after the last entry; remove it", "", write(""), true};
  case FlawKind::extra_comma:
    return {"there is no entry before this comma; remove it", "", write(""), true};
  case FlawKind::missing_comma:
    // Digits in groups and a number with a unit are one value.
    return {"a comma is missing between two entries; put it here", ",", write(","),
            std::string_view("\"{[").find(trimmed(after).substr(0, 1)) != std::string_view::npos};
  case FlawKind::missing_colon:
    return {"a colon is missing between a key and its value; put it here", ":", write(":"), true};
  case FlawKind::missing_key:
    return {"this value has no key; in an object, write \"key\": value"};
  case FlawKind::early_bracket:
    return {'"' + std::string(text) + "\" ends the object, but more of its fields follow; remove it", "", write("")};
  case FlawKind::stray_bracket:
    return {'"' + std::string(text) + "\" closes nothing; remove it", "", write("")};
  case FlawKind::unquoted_text:
    return unquoted_words(flaw, text);
  case FlawKind::unquoted_key:
    if (text.size() > 1 && text.ends_with('"'))
      return {"the key " + it + " has no opening quote; add it", "", {{flaw.offset, 0, "\""}}, true};
    return {"the key " + it + " has no quotes; write " + shortened(json_string(text), 40), json_string(text),
            write(json_string(text)), true};
  case FlawKind::template_block:
    return {it + " is a block of a template that nobody rendered; render the template before sending"};
  case FlawKind::merge_conflict:
    return {
        "a merge conflict that nobody resolved; choose one side, and remove the lines <<<<<<<, ======= and >>>>>>>"};
  case FlawKind::bad_literal:
    return literal_words(flaw, text);
  case FlawKind::bad_number:
    return number_words(flaw, text);
  case FlawKind::unclosed_string:
    if (after.starts_with(':'))
      return {"the key " + it + " has no closing quote before its colon; add it",
              "",
              {{flaw.offset + flaw.length, 0, "\""}}};
    return {"the string " + in_quotes(text.substr(1), 40) + " has no closing quote on its line; add it"};
  case FlawKind::control_character:
    if (text == "\n" || text == "\r")
      return {"there is a line break inside this string; write \\n"};
    return {text == "\t"
                ? "there is a tab inside this string; write \\t"
                : "the control character " + it + " is inside this string; remove it, or write it as a \\u escape"};
  case FlawKind::bad_escape:
    if (text == "\\u")
      return {"\\u needs four hexadecimal digits, as in \\u00e9; for a backslash, write \\\\"};
    if (text == "\\'")
      return {"JSON does not have the escape \\'; write ' without the backslash", "'", write("'"), true};
    if (text == "\\x" && after.size() > 1 && after.find_first_not_of("0123456789abcdefABCDEF") > 1)
      return {"JSON does not have the escape \\x; write \\u00" + std::string(after.substr(0, 2)), "\\u00",
              write("\\u00"), true};
    return {"JSON does not have the escape " + it + "; for a backslash, write \\\\"};
  default:
    return {};
  }
}

/// For a value in another language's spelling: the words that correct it, unless the corrected value is wrong here,
/// too.
inline Words value_words(const Place &place, std::string_view text, Words words) {
  const bool fits = words.suggestion.empty() || place.shape == nullptr || satisfies(*place.shape, words.suggestion);
  const bool optional = place.property != nullptr && !place.property->required;
  return fits ? words
              : Words{shortened(text, 40) + " is not JSON; write " + expected(place) +
                      (optional ? ", or leave the entry out" : "")};
}

/// The words for any flaw; some of them depend on its surroundings.
inline Words syntax_words(const Place &place) {
  const Flaw &flaw = *place.flaw;
  const std::string_view bytes = place.document->bytes();
  // A single character or escape reveals nothing of a secret around it.
  const std::string masked_text = masked(bytes, flaw.offset, flaw.length);
  const std::string_view text = flaw.length <= 2 ? bytes.substr(flaw.offset, flaw.length) : masked_text;
  switch (flaw.kind) {
  case FlawKind::not_json:
    return other_format_words(bytes.substr(flaw.offset));
  case FlawKind::odd_space:
    return invisible_words(*place.document, bytes.substr(flaw.offset));
  case FlawKind::prefixed_string:
    return prefix_words(*place.document, flaw.offset);
  case FlawKind::escaped_blank:
    return escaped_blank_words(*place.document, text);
  case FlawKind::single_quotes:
  case FlawKind::typographic_quotes:
    return quote_words(*place.document, flaw.kind == FlawKind::single_quotes);
  case FlawKind::slip:
    return slip_words(place);
  case FlawKind::stray_text:
    return stray_words(place, text);
  case FlawKind::missing_value:
    return missing_value_words(place, text);
  case FlawKind::key_in_list:
  case FlawKind::truncated:
  case FlawKind::wrong_bracket:
    return open_words(place, text);
  case FlawKind::placeholder:
    return {shortened(text, 40) + " is an unfilled placeholder" + why_unfilled(place, text) +
            "; before sending, replace it with the actual value"};
  case FlawKind::bad_literal:
  case FlawKind::bad_number:
  case FlawKind::unquoted_text:
    return is_date(text) ? date_words(place, text) : value_words(place, text, flaw_words(flaw, text, bytes));
  default:
    return is_date(text) ? date_words(place, text) : flaw_words(flaw, text, bytes);
  }
}

} // namespace stslint
