#pragma once

#include "phrases.hpp"

#include <algorithm>

/// The words of invalid-json for mistakes that only their surroundings explain.
namespace stslint {

/// For strings in other quotes than JSON's; only the first of them is reported.
inline Words quote_words(const Document &document, bool single) {
  const std::string_view bytes = document.bytes();
  Words words;
  std::size_t count = 0;
  // Where the text goes on after a string, its quotes may be apostrophes.
  bool safe = std::ranges::none_of(document.flaws(), [](const Flaw &flaw) {
    return flaw.kind == FlawKind::stray_text || flaw.kind == FlawKind::unclosed_string || flaw.kind == FlawKind::slip;
  });
  for (std::uint32_t i = 0; i < document.nodes().size(); ++i) {
    const Value string(document, i);
    const std::string_view raw = string.raw(), before = string.text_until_end().substr(0, string.offset());
    const bool is_one = single ? raw.size() > 1 && raw.front() == '\'' && raw.back() == '\''
                               : before.size() > 2 && before.substr(before.size() - 3).starts_with("\xe2\x80");
    if (!string.is(Kind::string) || !is_one)
      continue;
    std::string inner(single ? raw.substr(1, raw.size() - 2) : raw);
    for (std::size_t at = 0; single && at < inner.size(); ++at)
      if (inner[at] == '"')
        inner.insert(at++, 1, '\\');
      else if (inner[at] == '\\' && at + 1 < inner.size() && inner[at + 1] == '\'')
        inner.erase(at, 1);
      else if (inner[at] == '\\')
        ++at;
    const std::string mend = '"' + inner + '"';
    const std::size_t end = string.offset() + raw.size();
    const std::string_view behind = bytes.substr(end);
    const std::size_t close = behind.starts_with('"') ? 1 : behind.starts_with("\xe2\x80") ? 3 : 0;
    ++count;
    safe &= single || close > 0;
    if (!single && close == 0)
      continue;
    if (masked_raw(string) != raw)
      continue;
    if (count == 1)
      words.suggestion = mend;
    safe &= raw.find('\\') == std::string_view::npos;
    words.fix.push_back(single ? Edit{string.offset(), raw.size(), mend}
                               : Edit{string.offset() - 3u, raw.size() + 3 + close, mend});
  }
  const std::string quotes = single ? "single" : "typographic";
  const std::string only = " quotes, but JSON takes only double quotes";
  if (count == 1)
    words.message = "this string is in " + quotes + only +
                    (words.suggestion.empty() ? "" : ": write " + shortened(words.suggestion, 40));
  else {
    words.message = "this is the first of " + counted(count, "string") + " in " + quotes + only;
    words.message += single ? "; in Python, json.dumps writes them" : "; write \"text\"";
    words.suggestion.clear();
  }
  words.safe = safe;
  return words;
}

/// For text after the end of a string.
inline Words stray_words(const Place &place, std::string_view text) {
  const Flaw &flaw = *place.flaw;
  const std::string_view bytes = place.document->bytes(), before = bytes.substr(0, flaw.offset);
  if (text == ";" || text == ".") {
    const std::size_t next = bytes.find_first_not_of(" \t\r\n", flaw.offset + 1);
    const bool last = next == std::string_view::npos || bytes[next] == '}' || bytes[next] == ']';
    const std::string mend = last ? "" : ",";
    return {last ? in_quotes(text) + " follows the last entry; remove it"
                 : in_quotes(text) + " is used instead of a comma; write \",\"",
            mend,
            {{flaw.offset, flaw.length, mend}},
            true};
  }
  if (text == "=" || text == "=>")
    return {in_quotes(text) + " is used instead of a colon; write \":\"", ":", {{flaw.offset, flaw.length, ":"}}, true};
  if (text[0] == '+')
    return {"JSON does not join strings with +; write one string"};
  if (text[0] == ':' || text[0] == ',')
    return {"unexpected \"" + std::string(text.substr(0, 1)) + "\"; look for a missing quote or bracket before it"};
  const std::string it = in_quotes(text, 40);
  const std::string_view near = bytes.substr(flaw.offset, 400), line = near.substr(0, near.find('\n'));
  const std::size_t quote = line.find('"');
  if (before.find('"') == std::string_view::npos)
    return {"unexpected " + it + "; remove it"};
  if (std::string_view("\"':,").find(trimmed(before).back()) == std::string_view::npos)
    return {"unexpected " + it + " after a value; remove it"};
  if (quote == std::string_view::npos)
    return {"unexpected " + it + " after the end of a string; remove it, or move it inside the quotes"};
  const std::size_t start = before.ends_with('"') ? before.rfind('"', before.size() - 2) : before.size();
  if (before.ends_with(":\"") && start < before.size())
    return {"one quote too many after " + in_quotes(before.substr(start + 1, before.size() - start - 2), 40) +
            "; join the two into one string"};
  return {"unexpected " + it + "; if it belongs to the string before it, escape the quotes inside the string: \\\""};
}

/// For a key without a value.
inline Words missing_value_words(const Place &place, std::string_view key) {
  const std::string_view bytes = place.document->bytes();
  const std::size_t next = bytes.find_first_not_of(" \t\r\n", place.flaw->offset + place.flaw->length);
  const std::string name(key.size() > 1 && key[0] == '"' ? key.substr(1, key.size() - 2) : key);
  if (next != std::string_view::npos && bytes[next] == ':')
    return {in_quotes(name) + " has no value; write one after the colon, or remove the key"};
  if (const std::size_t colon = name.find(':'); colon != std::string::npos && colon > 0)
    return {"the colon is inside the quotes; write " + in_quotes(name.substr(0, colon), 40) + ": " +
            in_quotes(trimmed(name.substr(colon + 1)), 40)};
  return {in_quotes(name) + " has no value; in an object, write \"key\": value, or remove it"};
}

/// For brackets that are still open.
inline Words open_words(const Place &place, std::string_view text) {
  const Flaw &flaw = *place.flaw;
  if (flaw.kind == FlawKind::truncated && !text.empty())
    return {"the input ends inside this string, so it was cut off or a quote is missing; send all of it, or add the "
            "quote"};
  const Value open(*place.document, flaw.other);
  if (flaw.kind == FlawKind::key_in_list && open.is(Kind::object))
    return {"the key " + shortened(text, 40) +
            " is in a list; write { } in place of [ ], or write the key and its value as one string"};
  const std::string start = (open.is(Kind::object) ? "object" : "list") + std::string(" that starts on line ") +
                            std::to_string(place.locator->position(place.document->origin(open.offset())).line);
  const std::string bracket = open.is(Kind::object) ? "}" : "]";
  if (flaw.kind == FlawKind::key_in_list)
    return {"the key " + shortened(text, 40) + " is in the " + start + "; add the missing ] before it"};
  if (flaw.kind == FlawKind::truncated)
    return {"the input ends inside the " + start + ", so it was cut off or a " + bracket +
            " is missing; send all of it, or add the " + bracket};
  return {"found \"" + std::string(text) + "\" where \"" + bracket + "\" must close the " + start +
          "; replace it, or add the missing \"" + bracket + "\" before it"};
}

} // namespace stslint
