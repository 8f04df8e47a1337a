#include "parser.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace stslint {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool digit(char c) { return c >= '0' && c <= '9'; }

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

FlawKind classify(std::string_view word) {
  static constexpr std::array<std::string_view, 11> literals = {"True", "TRUE", "False",     "FALSE", "None", "Null",
                                                                "NULL", "nil",  "undefined", "NaN",   "nan"};
  std::string_view number = word;
  if (number.starts_with('+') || number.starts_with('-'))
    number.remove_prefix(1);
  if (std::ranges::find(literals, number) != literals.end() || number == "Infinity" || number == "inf")
    return FlawKind::bad_literal;
  const bool numeric =
      !number.empty() && (digit(number[0]) || (number[0] == '.' && number.size() > 1 && digit(number[1])));
  return numeric && number.find_first_not_of("0123456789abcdefABCDEFxXoOnN_+-.") == std::string_view::npos
             ? FlawKind::bad_number
             : FlawKind::unquoted_text;
}

} // namespace

void Parser::skip_blanks() {
  do
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
  while (!at_end() && skip_comment());
}

bool Parser::skip_comment() {
  const bool line = follows("//") || (peek() == '#' && peek(1) != '#' && peek(1) != '{'), block = follows("/*");
  if (!line && !block)
    return false;
  std::size_t end = text_.find(line ? "\n" : "*/", at_ + 2);
  if (line && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
    end = at_ + 1;
  if (line && end != std::string_view::npos && text_[end - 1] == '\r')
    --end;
  end = end == std::string_view::npos ? text_.size() : block ? end + 2 : end;
  flaw(FlawKind::comment, at_, end - at_);
  at_ = end;
  return true;
}

/// The length of a template's placeholder that starts here and ends on the same line; 0 if none does.
std::size_t Parser::placeholder_length() const {
  if (follows("..."))
    return 3;
  return stslint::placeholder_length(text_.substr(at_));
}

std::size_t Parser::end_of_word(std::size_t from) const {
  return std::min(text_.find_first_of(" \t\r\n,:{}[]\"/", from), text_.size());
}

void Parser::string(char quote, bool key) {
  const std::size_t start = at_, flaws_before = flaws_.size();
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  bool escaped = false, multi_line = false, closed = false;
  for (++at_; !at_end(); ++at_) {
    const char c = peek();
    if (c == quote) {
      closed = true;
      ++at_;
      break;
    }
    if (c == '\\') {
      escaped = true;
      escape();
    } else if (static_cast<unsigned char>(c) < 0x20) {
      if (c == '\n' && !multi_line && !closes_later())
        break;
      multi_line |= c == '\n';
      if (flaws_.size() == flaws_before || flaws_.back().kind != FlawKind::control_character)
        flaw(FlawKind::control_character, at_, 1);
    }
  }
  if (!closed && at_end()) {
    flaw(FlawKind::truncated, start, at_ - start);
    lost_ = true;
  } else if (!closed) {
    flaw(FlawKind::unclosed_string, start, at_ - start);
    forgiving_ = true;
  } else if (quote == '\'')
    flaw(FlawKind::single_quotes, start, at_ - start);
  bool unreadable = false;
  for (std::size_t i = flaws_before; i < flaws_.size(); ++i) {
    flaws_[i].node = node;
    unreadable |= flaws_[i].kind != FlawKind::lone_surrogate && flaws_[i].kind != FlawKind::imprecise_number;
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

/// Stands on a backslash; leaves the text at the last byte of the escape.
void Parser::escape() {
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
  const bool bad = known.find(letter) == std::string_view::npos || (letter == 'u' && unit(0) < 0);
  if (bad)
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

/// At a line break within a string: whether the string goes on, or its quote was forgotten. It goes on if behind the
/// next quote stands what may follow a string.
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
    add(Kind::number, start, text.size());
  } else {
    const FlawKind kind = placeholder > 0 ? FlawKind::placeholder : classify(text);
    if (kind == FlawKind::unquoted_text) {
      end = std::min(text_.find_first_of(",]}\r\n\"", at_ + 1), text_.size());
      while (end > start + 1 && blanks.find(text_[end - 1]) != std::string_view::npos)
        --end;
    }
    flaw(kind, start, end - start).node = node;
    add(Kind::broken, start, end - start);
  }
  at_ = end;
  after_value();
}

void Parser::check_number(std::string_view number) {
  double value = 0;
  const bool fits = std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc();
  // As text: the first integer beyond 2^53 has no double of its own.
  const std::string_view digits = number.substr(number.starts_with('-') ? 1 : 0), limit = "9007199254740992";
  const bool integer = digits.find_first_of(".eE") == std::string_view::npos;
  const bool beyond = integer && (digits.size() > limit.size() || (digits.size() == limit.size() && digits > limit));
  if (!fits || beyond)
    flaw(FlawKind::imprecise_number, at_, number.size()).node = static_cast<std::uint32_t>(nodes_.size());
}

} // namespace stslint
