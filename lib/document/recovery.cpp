#include "parser.hpp"

#include <algorithm>

namespace stslint {

/// `4,711`, `4 711` or `0,25` as the value of a member: no key starts with a digit.
bool Parser::number_goes_on() {
  const auto digits = [&](std::size_t from) {
    return std::min(text_.find_first_not_of("0123456789", from), text_.size()) - from;
  };
  Node &number = nodes_.back();
  if (!object() || at_ > token_end_ + 1 || number.key || number.kind != Kind::number)
    return false;
  std::size_t end = token_end_;
  while (end < text_.size() && (text_[end] == ',' || text_[end] == ' ') && digits(end + 1) > 0)
    end += 1 + digits(end + 1);
  if (end == token_end_ || !ends_value(end))
    return false;
  flaw(FlawKind::bad_number, number.offset, end - number.offset).node = static_cast<std::uint32_t>(nodes_.size() - 1);
  number.kind = Kind::broken;
  number.marked = true;
  number.length = static_cast<std::uint32_t>(end - number.offset);
  token_end_ = at_ = end;
  return true;
}

/// Punctuation of other languages: `;` or a lone `.` for a comma, `;`, `=` or `=>` for a colon, `+` between the parts
/// of a string.
bool Parser::mend_separator() {
  const Want want = stack_.empty() ? Want::member_value : stack_.back().want;
  const std::size_t start = at_;
  const bool lone_point = peek() == '.' && std::string_view(" \t\r\n\"").find(peek(1)) != std::string_view::npos;
  if ((peek() == ';' || lone_point) && want == Want::comma) {
    flaw(FlawKind::stray_text, start, 1);
    comma();
  } else if (peek() == ';' && want == Want::colon) {
    flaw(FlawKind::stray_text, start, 1);
    colon();
  } else if (peek() == '=' && want == Want::colon) {
    at_ += peek(1) == '>' ? 1 : 0;
    flaw(FlawKind::stray_text, start, at_ + 1 - start);
    colon();
  } else if (peek() == '+' && want == Want::comma && after_string_) {
    ++at_;
    skip_blanks();
    if (peek() != '"')
      at_ = end_of_word(at_);
    else
      for (++at_; !at_end() && text_[at_ - 1] != '\n' && (text_[at_] != '"' || text_[at_ - 1] == '\\');)
        ++at_;
    at_ += peek() == '"' ? 1 : 0;
    flaw(FlawKind::stray_text, start, at_ - start);
    token_end_ = at_;
  } else
    return false;
  return true;
}

/// `"key: "value"`: the quote that opens the value was taken for the one that closes the key.
bool Parser::mend_key() {
  if (stack_.empty() || stack_.back().want != Want::colon || !after_string_ || at_ != token_end_)
    return false;
  Node &key = nodes_.back();
  const std::string_view contents = Value(document_, static_cast<std::uint32_t>(nodes_.size() - 1)).contents();
  const std::size_t last = contents.find_last_not_of(" \t");
  if (last == std::string_view::npos || last == 0 || contents[last] != ':')
    return false;
  key.length = static_cast<std::uint32_t>(last + 1);
  key.marked = true;
  flaw(FlawKind::unclosed_string, key.offset, key.length).node = static_cast<std::uint32_t>(nodes_.size() - 1);
  stack_.back().want = Want::member_value;
  --at_;
  value();
  return true;
}

/// Skips text in the place of a key that has neither a letter nor a digit, together with the rest of its line.
bool Parser::skip_remark() {
  const std::size_t end = end_of_word(at_ + 1);
  const std::string_view word = text_.substr(at_, end - at_);
  const auto of_a_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
  };
  if (std::string_view("\"'{[_").find(word[0]) != std::string_view::npos || std::ranges::any_of(word, of_a_word) ||
      placeholder_length() > 0)
    return false;
  const std::string_view line = text_.substr(at_, std::min(text_.find_first_of("\r\n", at_), text_.size()) - at_);
  remark(std::max<std::size_t>(line.find_last_not_of(" \t,}]") + 1, 1));
  return true;
}

/// Reports text that belongs to no value, and passes over it.
void Parser::remark(std::size_t length) {
  flaw(FlawKind::stray_text, at_, length);
  hide();
  token_end_ = at_ += length;
  after_string_ = false;
  forgiving_ = true;
}

/// The length of the words after the value of a member, on the same line, if no colon follows them; otherwise 0: `"a":
/// 5 seconds,`.
std::size_t Parser::words_behind_value() const {
  const std::size_t end = text_.find_first_of(",:}]\r\n\"'{[", at_);
  const bool behind = stack_.back().want == Want::comma && !forgiving_ && token_end_ < at_ &&
                      text_.substr(token_end_, at_ - token_end_).find('\n') == std::string_view::npos;
  const bool closed =
      end != std::string_view::npos && std::string_view(",}\r\n").find(text_[end]) != std::string_view::npos;
  if (!behind || !closed || placeholder_length() > 0)
    return 0;
  return text_.substr(0, end).find_last_not_of(" \t") + 1 - at_;
}

/// A PowerShell hashtable, `@{ … }`, in the place of an object.
bool Parser::skip_hashtable() {
  if (!follows("@{"))
    return false;
  const std::size_t start = at_++;
  if (balance(at_) == 0)
    ++at_;
  flaw(FlawKind::unquoted_text, start, at_ - start).node = static_cast<std::uint32_t>(nodes_.size());
  add(Kind::broken, start, at_ - start);
  after_value();
  return true;
}

/// Skips the prefix of a Python string, such as the `u` of u'text'.
void Parser::skip_prefix() {
  if (peek() == '\0' || std::string_view("ubrUBR").find(peek()) == std::string_view::npos ||
      (peek(1) != '\'' && peek(1) != '"'))
    return;
  bool &reported = reported_[static_cast<std::size_t>(FlawKind::prefixed_string)];
  if (!reported)
    flaw(FlawKind::prefixed_string, at_, 1);
  reported = true;
  ++at_;
}

/// A text that starts with `"key":`, as documents show one member of an object: the braces around it are implied.
void Parser::open_around_key() {
  flaw(FlawKind::bare_member, nodes_[0].offset, nodes_[0].length);
  const Node key = nodes_[0];
  nodes_.clear();
  add(Kind::object, key.offset, 0).incomplete = true;
  nodes_.push_back(key);
  nodes_[1].key = true;
  stack_.push_back({0, Want::colon, 0});
  bare_ = true;
}

/// A colon after a string in a list: the object before it was closed too early, or the list too late, or the list
/// should have been an object.
void Parser::key_in_list() {
  const OpenContainer &list = stack_.back();
  const auto key = static_cast<std::uint32_t>(nodes_.size() - 1);
  const bool first = key == list.node + 1,
             in_object = stack_.size() > 1 && nodes_[stack_[stack_.size() - 2].node].kind == Kind::object;
  const bool behind_object = nodes_[list.last].kind == Kind::object && nodes_[list.last].next == key;
  if (nodes_[key].kind != Kind::string || (lost_ && !in_object))
    return stray(1);
  hide();
  if (behind_object && !lost_)
    reopen(list.last);
  else if (in_object && (lost_ || !first))
    close_before_key();
  else if (first) {
    flaw(FlawKind::key_in_list, nodes_[key].offset, nodes_[key].length);
    nodes_[list.node].kind = Kind::object;
    nodes_[list.node].marked = true;
  } else
    return stray(1);
  nodes_[key].key = true;
  stack_.back().want = Want::member_value;
  after_string_ = false;
  token_end_ = ++at_;
}

/// The last container of this list goes on: its bracket came too early.
void Parser::reopen(std::uint32_t object) {
  const Node &node = nodes_[object];
  flaw(FlawKind::early_bracket, node.offset + node.length - 1, 1);
  nodes_[object].incomplete = true;
  stack_.push_back({object, Want::comma, 0, 0, true});
}

/// The list ended before the key.
void Parser::close_before_key() {
  const auto key = static_cast<std::uint32_t>(nodes_.size() - 1);
  if (!lost_)
    flaw(FlawKind::key_in_list, nodes_[key].offset, nodes_[key].length);
  Node &list = nodes_[stack_.back().node];
  list.next = key;
  list.length = nodes_[key].offset - list.offset;
  stack_.pop_back();
}

/// How much the depth of brackets, except those in strings, changes from `from` to the bracket at which it is 0 again,
/// or to the end of the text. `from` is set to that place.
std::ptrdiff_t Parser::balance(std::size_t &from) const {
  std::ptrdiff_t depth = 0;
  for (; from < text_.size(); ++from) {
    const char c = text_[from];
    if (c == '"')
      while (++from < text_.size() && text_[from] != '"')
        from += text_[from] == '\\' ? 1 : 0;
    else if (c == '{' || c == '[')
      ++depth;
    else if ((c == '}' || c == ']') && --depth == 0)
      break;
  }
  from = std::min(from, text_.size());
  return depth;
}

/// Text that belongs to nothing. If quotes or colons are involved nobody can know what is within a string and what is
/// not; the brackets at the end of the line, or the next line, are the safest place to go on from.
void Parser::stray(std::size_t length) {
  const std::size_t start = at_, end = end_of_word(at_ + length);
  flaw(FlawKind::stray_text, start, end - start);
  hide();
  at_ = end;
  if (text_[start] == ':' || (end < text_.size() && text_[end] == '"')) {
    const std::string_view line = text_.substr(0, std::min(text_.find('\n', end), text_.size()));
    const std::size_t quote = line.rfind('"'), rest = line.find_first_not_of("]}, \t\r", quote + 1);
    at_ = quote != std::string_view::npos && quote >= end && rest == std::string_view::npos ? quote + 1 : line.size();
  }
  if (stack_.empty())
    add(Kind::broken, start, at_ - start);
  else {
    if (stack_.back().want == Want::colon || stack_.back().want == Want::member_value)
      add(Kind::broken, start, 0);
    stack_.back().want = Want::comma;
  }
  token_end_ = at_;
  after_string_ = false;
  forgiving_ = true;
  lost_ |= text_.substr(start, at_ - start).find_first_of("{}[]") != std::string_view::npos;
}

} // namespace stslint
