#include "secret_value.hpp"

#include "invisible.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint::secret_value {
namespace {

/// What ends most values without quotes.
constexpr std::string_view ends_bare = " \t\r\n,;&#\"'`()[]{}<>\\";
constexpr std::size_t longest_comment = 200, longest_list = 400;
constexpr std::string_view blank_bytes = " \t\r\n";

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// The length of the quote that `text` starts with, and of the backslashes before it; 0 if there is none.
std::size_t quote_length(std::string_view text) {
  const std::size_t escapes = std::min(text.find_first_not_of('\\'), text.size());
  const std::string_view quote = text.substr(escapes);
  if (!quote.empty() && is_one_of(quote[0], "\"'`"))
    return escapes + 1;
  if (escapes > 0 && (quote.starts_with("u0022") || quote.starts_with("u0027"))) // as .NET escapes them
    return escapes + 5;
  for (const std::string_view entity : {"&quot;", "&#34;", "&#39;"})
    if (quote.starts_with(entity))
      return escapes + entity.size();
  if (quote.starts_with("\u00ab") || quote.starts_with("\u00bb"))
    return escapes + 2;
  // U+2018 to U+201F, and ‹ ›
  const bool curly = quote.size() > 2 && quote.starts_with("\xe2\x80") &&
                     ((quote[2] >= '\x98' && quote[2] <= '\x9f') || quote[2] == '\xb9' || quote[2] == '\xba');
  return curly ? escapes + 3 : 0;
}

std::size_t comment_length(std::string_view text) {
  const std::string_view near = text.substr(0, longest_comment);
  const bool line = near.starts_with("//") || near.starts_with("# ");
  const std::size_t end = near.starts_with("/*") ? near.find("*/", 2) : line ? near.find('\n') : near.npos;
  return end == near.npos ? 0 : end + (line ? 1 : 2);
}

/// The first byte at or after `at` that is not a blank; of a member, comments and invisible characters are blanks.
std::size_t past_blanks(std::string_view text, std::size_t at, bool member) {
  for (;;) {
    at = std::min(text.find_first_not_of(blank_bytes, at), text.size());
    const std::string_view rest = text.substr(at);
    const std::size_t more = !member ? 0 : std::max(comment_length(rest), invisible_at(rest).bytes.size());
    if (more == 0)
      return at;
    at += more;
  }
}

/// Where a member's value starts: what else stands after the colon by mistake is passed.
std::size_t past_colons(std::string_view text, std::size_t at) {
  for (std::size_t next = at;; at = next) {
    next = std::min(text.find_first_not_of(":=>,;", past_blanks(text, at, true)), text.size());
    if (next == at)
      return at;
  }
}

/// Where the string ends that starts after the quote `open`: at its closing quote, or at the end of its line.
std::size_t string_end(std::string_view text, std::size_t start, std::string_view open) {
  const bool plain = open.size() == 1, escaped = open[0] == '\\';
  for (std::size_t at = start; at < text.size(); ++at) {
    if (text[at] == '\n' || (escaped && text[at] == '\\') || (plain && text[at] == open[0]))
      return at;
    if (text[at] == '\\')
      ++at;
    else if (!plain && quote_length(text.substr(at, 8)) > 0 && text[at] != '\'')
      return at;
  }
  return text.size();
}

/// The end of the string that starts at `at`; `at` itself if there is none, or if it is the name of the next member.
std::size_t past_string(std::string_view text, std::size_t at) {
  const std::size_t quote = quote_length(text.substr(at, 8));
  if (quote == 0)
    return at;
  const std::size_t end = string_end(text, at + quote, text.substr(at, quote));
  const std::size_t after = end + quote_length(text.substr(std::min(end, text.size()), 8));
  const std::size_t next = past_blanks(text, after, true);
  return next < text.size() && text[next] == ':' ? at : end;
}

/// The end of a string that first ends at `end`: it may go on after a quote that was not escaped, or as the next string
/// in a row.
std::size_t with_rest(std::string_view text, std::size_t end, std::string_view open, bool member) {
  while (end < text.size() && text[end] != '\n') {
    const std::size_t behind = end + quote_length(text.substr(end, 8));
    if (open.size() == 1 && behind < text.size() && !is_one_of(text[behind], " \t\r\n,}])>;:&.\\\"'"))
      end = string_end(text, behind, open);
    else if (std::size_t next = past_blanks(text, behind, member); member && next < text.size()) {
      next += text[next] == '+' ? 1 : 0;
      next = past_blanks(text, next, true);
      const std::size_t further = past_string(text, next);
      if (further == next)
        return end;
      end = further;
    } else
      return end;
  }
  return end;
}

/// Whether a brace holds strings, not members: `{"a", "b"}`.
bool begins_set(std::string_view text) {
  const std::size_t string = past_blanks(text, 1, true);
  return past_string(text, string) > string;
}

/// The place of the bracket that closes the first byte of `text`; if there is none, the end of the text or of its first
/// longest_list bytes.
std::size_t closing(std::string_view text, char close) {
  text = text.substr(0, longest_list);
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == text[0] ? 1 : 0;
    if (text[at] == close && --depth == 0)
      return at;
  }
  return text.size();
}

/// The end of a member's value that starts without a quote: before the next comma or bracket, or the end of the line.
std::size_t bare_end(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(ends_bare, at), text.size());
    const std::size_t next = std::min(text.find_first_not_of(" \t", end), text.size());
    if (next == text.size() || is_one_of(text[next], ",}])\r\n"))
      return end;
    if (const std::size_t quote = quote_length(text.substr(next, 8)); quote > 0) {
      const std::size_t behind = past_blanks(text, next + quote, true);
      const bool closes = next == end && (behind == text.size() || is_one_of(text[behind], ",}]"));
      const std::size_t further = closes ? next : past_string(text, next);
      return further == next ? end : further;
    }
    at = next + 1;
  }
  return text.size();
}

/// Whether a character that ends most bare values is part of this one: a quote within a word, escaped or not; a `&`
/// that is not before the name of a next value; a `<` that begins no tag. Returns the place after it, or else `end`.
std::size_t past_odd_character(std::string_view text, std::size_t end) {
  const auto at = [&](std::size_t place) { return place < text.size() ? text[place] : '\n'; };
  const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t next = std::min(text.find_first_not_of('\\', end), text.size());
  const bool escaped = next > end, quote = is_one_of(at(next), "\"'");
  if (escaped && at(next) == '/')
    return next + 1;
  if (escaped && !quote && next == end + 1 && is_one_of(at(next), "nrtbf")) // an escape of JSON
    return end;
  next += quote ? 1 : 0;
  if (escaped || quote)
    return letter(at(next)) || digit(at(next)) || at(next) == '%' ? next : end;
  const char behind = at(end + 1);
  const bool goes_on = (at(end) == '&' && is_one_of(behind, "=%+/.-")) || (at(end) == '<' && digit(behind));
  return goes_on ? end + 1 : end;
}

std::size_t word_end(std::string_view text, std::size_t from) {
  for (;;) {
    const std::size_t end = std::min(text.find_first_of(ends_bare, from), text.size());
    from = past_odd_character(text, end);
    if (from == end)
      return end;
  }
}

} // namespace

std::size_t blanks_back(std::string_view text) {
  const std::size_t size = text.size();
  for (;;) {
    if (!text.empty() && !is_one_of(text.back(), " \t\r\n/") && static_cast<unsigned char>(text.back()) < 0x80)
      return size - text.size();
    const std::size_t last = text.find_last_not_of(blank_bytes);
    text = text.substr(0, last == text.npos ? 0 : last + 1);
    std::size_t unseen = 0;
    for (const std::size_t wide : {std::size_t{2}, std::size_t{3}})
      if (text.size() >= wide && invisible_at(text.substr(text.size() - wide)).bytes.size() == wide)
        unseen = wide;
    text.remove_suffix(unseen);
    if (unseen > 0)
      continue;
    const std::string_view near = text.substr(text.size() - std::min(text.size(), longest_comment));
    const std::size_t open = near.ends_with("*/") ? near.rfind("/*") : near.npos;
    if (open == near.npos)
      return size - text.size();
    text.remove_suffix(near.size() - open);
  }
}

std::size_t quotes_back(std::string_view text) {
  constexpr std::size_t most = 24; // bytes
  text = text.substr(text.size() - std::min(text.size(), most));
  const std::size_t size = text.size();
  while (!text.empty()) {
    std::size_t length = is_one_of(text.back(), "\"'`\\")                         ? 1
                         : text.ends_with("\\u0022") || text.ends_with("\\u0027") ? 6
                                                                                  : 0;
    const bool plain = text.back() != ';' && static_cast<unsigned char>(text.back()) < 0x80;
    for (std::size_t wide = 2; length == 0 && !plain && wide <= std::min<std::size_t>(6, text.size()); ++wide)
      length = quote_length(text.substr(text.size() - wide)) == wide ? wide : 0;
    if (length == 0)
      break;
    text.remove_suffix(length);
  }
  return size - text.size();
}

std::optional<Span> behind(std::string_view text, std::size_t at, bool member, bool objects) {
  std::size_t value = member ? past_colons(text, at + 1) : past_blanks(text, at + 1, false);
  const bool apart = value > at + 1;
  for (const std::string_view scheme : {"Bearer ", "Basic "})
    value += text.substr(value).starts_with(scheme) ? scheme.size() : 0;
  // u'…' and b"…" of Python
  const std::size_t letters = std::min(text.find_first_not_of("uUbBrR", value), text.size());
  if (letters - value <= 2 && letters < text.size() && is_one_of(text[letters], "\"'"))
    value = letters;
  if (const std::size_t quote = quote_length(text.substr(value, 8)); quote > 0) {
    const std::string_view open = text.substr(value, quote);
    const auto opens_at = [&](std::size_t where) { return text.substr(where).starts_with(open); };
    const bool thrice = opens_at(value + quote) && opens_at(value + 2 * quote);
    const std::size_t second = value + 2 * quote;
    if (opens_at(value + quote) && (second >= text.size() || is_one_of(text[second], " \t\r\n,}]);:&\\")))
      return std::nullopt;
    value += thrice ? 3 * quote : opens_at(value + quote) ? 2 * quote : quote; // ""…"" of CSV
    const std::size_t end = string_end(text, value, open);
    return Span{value, with_rest(text, end, open, member)};
  }
  static constexpr std::string_view open = "[({", close = "])}";
  const std::size_t bracket = value < text.size() ? open.find(text[value]) : open.npos;
  const auto in_braces = [&] { return member && (objects || begins_set(text.substr(value, longest_list))); };
  if (bracket != open.npos && (text[value] != '{' || in_braces())) {
    const std::size_t end = value + closing(text.substr(value), close[bracket]);
    const std::size_t next = past_blanks(text, std::min(end + 1, text.size()), true);
    const std::size_t further = member ? past_string(text, next) : next;
    return Span{value + 1, further == next ? end : further};
  }
  if (member) {
    const std::size_t end = std::min(text.find_first_of(ends_bare, value), text.size());
    const std::size_t rest = bare_end(text, end);
    const bool alone =
        text.substr(value).starts_with('{') || (rest == end && says_nothing(text.substr(value, end - value)));
    return alone ? std::nullopt : std::optional(Span{value, rest});
  }
  const std::size_t end = word_end(text, value);
  // `password: reset it` is a sentence.
  const bool digits = text.substr(value, end - value).find_first_of("0123456789") != text.npos;
  return apart && (!digits || end - value < 4) ? std::nullopt : std::optional(Span{value, end});
}

bool says_nothing(std::string_view value) {
  static constexpr std::array<std::string_view, 28> states = {
      "null",    "true",    "false",     "none",     "undefined", "unset",   "set",     "yes",      "no",     "ok",
      "missing", "invalid", "incorrect", "required", "reset",     "valid",   "wrong",   "unknown",  "hidden", "empty",
      "weak",    "strong",  "absent",    "rotation", "change",    "default", "failure", "redaction"};
  static constexpr std::array<std::string_view, 7> elsewhere = {
      "vault:", "arn:", "env:", "file:", "op://", "ENC[", "/run/secrets/"};
  constexpr std::size_t longest = 200;
  const std::size_t first = value.find_first_not_of(" \t\r\n\"'([<{");
  if (first == value.npos || value.size() > longest)
    return first == value.npos;
  const std::string_view word = value.substr(first, value.find_last_not_of(" \t\r\n\"')]>}.") + 1 - first);
  // Masked already: one character again and again.
  const std::size_t one = utf8_length(word);
  bool masked = one > 0 && (one > 1 || is_one_of(word[0], "*xX.-#")) && (word.size() > 2 * one || word[0] == '*');
  for (std::size_t at = 0; masked && at < word.size(); at += one)
    masked = word.substr(at).starts_with(word.substr(0, one));
  const auto same = [&](std::string_view state) { return same_word(word, state); };
  const auto starts = [&](std::string_view with) { return word.starts_with(with); };
  const bool letters = std::ranges::all_of(word, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  const bool participle =
      letters && word.size() > 4 &&
      (same_word(word.substr(word.size() - 2), "ed") || same_word(word.substr(word.size() - 3), "ing"));
  const bool asks = same_word(word.substr(0, 4), "your") && word.find_first_of("0123456789") == word.npos; // your_key
  return masked || participle || asks || std::ranges::any_of(states, same) || std::ranges::any_of(elsewhere, starts);
}

} // namespace stslint::secret_value
