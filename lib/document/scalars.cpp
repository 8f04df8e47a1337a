#include "parser.hpp"

#include "stray_text.hpp"

#include "../text/read_double.hpp"
#include "../text/scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace stslint {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// The grammar of RFC 8259, section 6.
bool json_number(std::string_view text) {
  const auto take_digits = [&] {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count > 0;
  };
  const auto take = [&](char c) {
    const bool there = text.starts_with(c);
    text.remove_prefix(there ? 1 : 0);
    return there;
  };
  take('-');
  if (!take('0') && !take_digits())
    return false;
  if (take('.') && !take_digits())
    return false;
  if (take('e') || take('E')) {
    if (!take('+'))
      take('-');
    if (!take_digits())
      return false;
  }
  return text.empty();
}

} // namespace

FlawKind word_kind(std::string_view word) {
  static constexpr std::array<std::string_view, 14> literals = {"true",      "True", "TRUE", "false", "False",
                                                                "FALSE",     "None", "null", "Null",  "NULL",
                                                                "undefined", "nil",  "NaN",  "nan"};
  std::string_view number = word;
  if (number.starts_with('+') || number.starts_with('-'))
    number.remove_prefix(1);
  const auto is_named = [&](std::string_view name) { return same_word(number, name); };
  if (std::ranges::find(literals, number) != literals.end() || is_named("infinity") || is_named("inf") ||
      is_named("nan") || number.starts_with("1.#"))
    return FlawKind::bad_literal;
  const bool numeric = !number.empty() && (scan::is_digit(number[0]) ||
                                           (number[0] == '.' && number.size() > 1 && scan::is_digit(number[1])));
  // A date has hyphens, too.
  for (std::size_t hyphen = number.find('-'); numeric && hyphen != std::string_view::npos;
       hyphen = number.find('-', hyphen + 1))
    if ((number[hyphen - 1] | 0x20) != 'e')
      return FlawKind::unquoted_text;
  return numeric && number.find_first_not_of("0123456789abcdefABCDEFxXoOnNlLuU_+-.") == std::string_view::npos
             ? FlawKind::bad_number
             : FlawKind::unquoted_text;
}

void Parser::skip_blanks() {
  do {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t')
      ++at_;
    // Mostly one of these follows. A `{` is not one of them: it may begin the block of a template.
    if (peek() == '"' || peek() == ',' || peek() == ':' || peek() == '}' || peek() == ']' || peek() == '[')
      return;
  } while (skip_stray_text());
}

bool Parser::skip_stray_text() {
  const std::size_t start = at_;
  StrayText stray = stray_text_at(text_, at_);
  if (stray.length == 0)
    return false;
  for (StrayText next = stray; next.length > 0 && next.kind == stray.kind; next = stray_text_at(text_, at_)) {
    at_ += next.length;
    if (stray.kind != FlawKind::odd_space)
      break;
  }
  const bool each = stray.kind == FlawKind::comment || stray.kind == FlawKind::merge_conflict;
  bool &reported = reported_[static_cast<std::size_t>(stray.kind)];
  if (!reported || (each && !stray.reported))
    flaw(stray.kind, start, at_ - start);
  reported = true;
  if (stray.kind == FlawKind::template_block) {
    forgiving_ = true;
    template_end_ = at_;
  }
  return true;
}

/// The length of the placeholder that starts here and ends on the same line; 0 if there is none. An ellipsis counts as
/// one.
std::size_t Parser::placeholder_length() const {
  constexpr std::string_view open = "\u2039", close = "\u203a"; // ‹ ›
  if (follows("...") || follows("\u2026"))
    return 3;
  if (follows(open)) {
    const std::size_t end = text_.substr(0, text_.find('\n', at_)).find(close, at_);
    return end == std::string_view::npos ? 0 : end + close.size() - at_;
  }
  return stslint::placeholder_length(text_.substr(at_));
}

std::size_t Parser::end_of_word(std::size_t from) const {
  return std::min(text_.find_first_of(" \t\r\n,:;{}[]\"/\\", from), text_.size());
}

void Parser::string(char quote, bool key) {
  const std::size_t start = at_, flaws_before = flaws_.size();
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  bool escaped = false, multi_line = false, closed = false;
  for (++at_; !at_end(); ++at_) {
    if (quote == '"')
      at_ += scan::plain(text_.substr(at_)).length;
    if (at_end())
      break;
    const char c = peek();
    if (c == quote) {
      if (const std::size_t end = end_of_open_placeholder(start); end > 0) {
        at_ = end - 1;
        continue;
      }
      closed = true;
      ++at_;
      break;
    }
    if (c == '\\') {
      escaped = true;
      escape(quote, flaws_before);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      if (c == '\n' && !multi_line && !closes_later())
        break;
      multi_line |= c == '\n';
      if (flaws_.size() == flaws_before || flaws_.back().kind != FlawKind::control_character)
        flaw(FlawKind::control_character, at_, 1);
    }
  }
  if (!closed && text_.find_first_not_of(" \t\r\n", at_) == std::string_view::npos) {
    flaw(FlawKind::truncated, start, at_ - start);
    lost_ = true;
  } else if (!closed) {
    flaw(FlawKind::unclosed_string, start, at_ - start);
    forgiving_ = true;
  } else if (quote == '\'' && !single_quotes_) {
    flaw(FlawKind::single_quotes, start, at_ - start);
    single_quotes_ = true;
  }
  bool unreadable = false;
  for (std::size_t i = flaws_before; i < flaws_.size(); ++i) {
    flaws_[i].node = node;
    unreadable |= flaws_[i].kind != FlawKind::lone_surrogate && flaws_[i].kind != FlawKind::single_quotes;
  }
  const bool broken = unreadable && !key && !closed;
  Node &added = add(broken ? Kind::broken : Kind::string, start, at_ - start);
  added.key = key;
  added.escaped = escaped;
  added.marked = unreadable;
  if (!closed)
    hide();
  if (!key)
    after_value();
  token_end_ = at_;
  after_string_ = closed;
}

/// At a quote within a string: where the placeholder ends that is open there and has quotes of its own, as in
/// `{{ include "name" . }}` and `${row["name"]}`; 0 if there is none. It becomes a flaw.
std::size_t Parser::end_of_open_placeholder(std::size_t start) {
  constexpr std::size_t longest = 200;
  const std::size_t from = std::max(start + 1, at_ - std::min(at_, longest));
  const std::string_view before = text_.substr(from, at_ - from);
  std::size_t open = std::string_view::npos;
  for (const std::string_view opening : {"{{", "${", "#{", "{$", "$("})
    if (const std::size_t found = before.rfind(opening); found != std::string_view::npos)
      open = open == std::string_view::npos ? found : std::max(open, found);
  if (open == std::string_view::npos)
    return 0;
  const std::size_t length = stslint::placeholder_length(text_.substr(from + open));
  if (from + open + length <= at_)
    return 0;
  const std::string_view rest = text_.substr(at_, from + open + length - at_);
  if (std::ranges::count(rest, '"') % 2 != 0 || rest.find(": ") != std::string_view::npos ||
      rest.find(',') != std::string_view::npos)
    return 0;
  flaw(FlawKind::placeholder, from + open, length);
  return from + open + length;
}

/// Whether the text from `at` on may follow a string.
bool Parser::ends_string(std::size_t at) const {
  at = text_.find_first_not_of(" \t\r", at);
  return at == std::string_view::npos || std::string_view(",:}]\n").find(text_[at]) != std::string_view::npos;
}

/// The length of the string in typographic quotes that starts here; 0 if there is none.
std::size_t Parser::typographic_length() const {
  const auto quote = [&](std::size_t at) {
    const char last = at + 2 < text_.size() && text_[at] == '\xe2' && text_[at + 1] == '\x80' ? text_[at + 2] : '\0';
    return last >= '\x98' && last <= '\x9b' ? 1 : last >= '\x9c' && last <= '\x9f' ? 2 : 0;
  };
  const int opening = quote(at_);
  if (opening == 0)
    return 0;
  for (std::size_t end = at_ + 3; end < text_.size() && text_[end] != '\n'; ++end)
    if ((text_[end] == '"' && ends_string(end + 1)) || quote(end) == opening)
      return end + (text_[end] == '"' ? 1 : 3) - at_;
  return 0;
}

/// Unlike that of other strings, the node is without the quotes.
void Parser::typographic_string(std::size_t length, bool key) {
  const std::string_view text = text_.substr(at_, length);
  if (!typographic_)
    flaw(FlawKind::typographic_quotes, at_, length).node = static_cast<std::uint32_t>(nodes_.size());
  typographic_ = true;
  Node &node = add(Kind::string, at_ + 3, length - 3 - (text.back() == '"' ? 1 : 3));
  node.key = key;
  node.escaped = text.find('\\') != std::string_view::npos;
  node.marked = true;
  at_ += length;
  if (!key)
    after_value();
  token_end_ = at_;
  after_string_ = true;
}

/// Expects at_ on a backslash, and leaves it on the last byte of the escape. Of bad escapes in a string, the next is
/// reported only after another flaw.
void Parser::escape(char quote, std::size_t flaws_before) {
  static constexpr std::string_view known = "\"\\/bfnrtu";
  const auto unit = [&](std::size_t ahead) -> int {
    if (at_ + ahead + 6 > text_.size() || peek(ahead) != '\\' || peek(ahead + 1) != 'u')
      return -1;
    int value = 0;
    const char *first = text_.data() + at_ + ahead + 2;
    return std::from_chars(first, first + 4, value, 16).ptr == first + 4 && *first != '-' ? value : -1;
  };
  const char letter = peek(1);
  if (at_ + 1 >= text_.size())
    return;
  const bool bad = (known.find(letter) == std::string_view::npos && letter != quote) || (letter == 'u' && unit(0) < 0);
  if (bad && (flaws_.size() == flaws_before || flaws_.back().kind != FlawKind::bad_escape))
    flaw(FlawKind::bad_escape, at_,
         1 + (static_cast<unsigned char>(letter) < 0x20 ? 0 : utf8_length(text_.substr(at_ + 1))));
  if (bad || letter != 'u') {
    at_ += static_cast<unsigned char>(letter) < 0x20 ? 0 : 1;
    return;
  }
  const int high = unit(0), low = unit(6);
  const bool pair = high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
  if (high >= 0xd800 && high < 0xe000 && !pair)
    flaw(FlawKind::lone_surrogate, at_, 6);
  at_ += pair ? 11 : 5;
}

/// At a line break within a string: whether the string goes on, or its closing quote was forgotten. It goes on if the
/// next quote is followed by something that may follow a string.
bool Parser::closes_later() const {
  std::size_t quote = at_;
  do
    quote = text_.find_first_of("\"\\", quote + 1);
  while (quote != std::string_view::npos && text_[quote] == '\\' && ++quote);
  if (quote == std::string_view::npos)
    return false;
  const std::size_t next = text_.find_first_not_of(blanks, quote + 1);
  return next != std::string_view::npos && std::string_view(",:}]").find(text_[next]) != std::string_view::npos;
}

/// Whether the text from `at` on may follow a value.
bool Parser::ends_value(std::size_t at) const {
  at = text_.find_first_not_of(" \t\r", at);
  return at == std::string_view::npos || std::string_view(",}]\n").find(text_[at]) != std::string_view::npos;
}

/// The end of the strings and placeholders at `at` that belong to the placeholder before them: `{{ if .x }}"Changes"{{
/// end }}`.
std::size_t Parser::end_of_template(std::size_t at) const {
  for (std::size_t length = 1; length > 0; at += length) {
    const std::string_view rest = text_.substr(at);
    const std::size_t quote = rest.starts_with('"') ? rest.find_first_of("\"\\\n", 1) : std::string_view::npos;
    const bool string = quote != std::string_view::npos && rest[quote] == '"';
    length = string ? quote + 1 : stslint::placeholder_length(rest);
  }
  return at;
}

/// A literal, a number, or something that should have been one.
void Parser::word() {
  const std::size_t start = at_;
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  const std::size_t placeholder = placeholder_length();
  std::size_t end = placeholder > 0 ? at_ + placeholder : end_of_word(at_ + 1);
  const std::string_view text = text_.substr(at_, end - at_);
  if (text == "true" || text == "false")
    add(Kind::boolean, start, text.size());
  else if (text == "null")
    add(Kind::null, start, text.size());
  else if (json_number(text)) {
    check_number(text);
    const bool whole = text.size() <= Value::most_digits && std::ranges::all_of(text, scan::is_digit);
    add(Kind::number, start, text.size()).hash = static_cast<std::uint16_t>(whole ? text.size() : 0);
  } else {
    end = placeholder > 0 ? end_of_template(end) : end;
    const bool variable = text[0] == '$' || text[0] == '%'; // the variable of a script, or part of a format string
    const FlawKind kind = placeholder > 0 || variable ? FlawKind::placeholder : word_kind(text);
    if (kind == FlawKind::unquoted_text) {
      end = std::min(text_.find_first_of(",]}\r\n\"", at_ + 1), text_.size());
      while (end > start + 1 && blanks.find(text_[end - 1]) != std::string_view::npos)
        --end;
      if (end > start + 1 && end < text_.size() && text_[end] == '"' && ends_value(end + 1))
        ++end; // its closing quote
    }
    flaw(kind, start, end - start).node = node;
    add(Kind::broken, start, end - start);
  }
  at_ = end;
  after_value();
}

void Parser::check_number(std::string_view number) {
  const bool fits = read_double(number).has_value();
  // As text: the first integer beyond 2^53 has no double of its own.
  const std::string_view digits = number.substr(number.starts_with('-') ? 1 : 0), limit = "9007199254740992";
  const bool integer = digits.find_first_of(".eE") == std::string_view::npos;
  const bool beyond = integer && (digits.size() > limit.size() || (digits.size() == limit.size() && digits > limit));
  if (!fits || beyond)
    flaw(FlawKind::imprecise_number, at_, number.size()).node = static_cast<std::uint32_t>(nodes_.size());
}

} // namespace stslint
