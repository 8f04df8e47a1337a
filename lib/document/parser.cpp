#include "parser.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {

void Document::parse(std::string_view bytes) {
  if (bytes.size() > max_bytes)
    throw Error("the text is longer than 4 GiB; split it");
  bytes_ = bytes;
  nodes_.clear();
  flaws_.clear();
  Parser(*this).parse(bytes);
  std::ranges::stable_sort(flaws_, {}, &Flaw::offset);
}

void Parser::parse(std::string_view bytes) {
  text_ = bytes;
  if (!readable_encoding())
    return;
  for (skip_blanks(); !at_end(); skip_blanks()) {
    if (stack_.empty() && nodes_.size() == 1 && nodes_[0].kind == Kind::string && peek() == ':')
      open_around_key();
    if (stack_.empty() && !nodes_.empty()) {
      const std::size_t end = text_.find_last_not_of(" \t\r\n\0") + 1;
      if (!lost_ && nodes_[0].kind != Kind::broken)
        flaw(FlawKind::text_after_end, at_, std::max(end, at_ + 1) - at_);
      return;
    }
    switch (peek()) {
    case '}':
    case ']':
      close(peek());
      break;
    case ',':
      comma();
      break;
    case ':':
      colon();
      break;
    default:
      token();
    }
  }
  end_of_text();
}

bool Parser::readable_encoding() {
  const auto zero = [&](std::size_t i) { return text_.size() > i && text_[i] == '\0'; };
  if (text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff") ||
      (text_.size() >= 4 && zero(0) != zero(1) && zero(0) == zero(2) && zero(1) == zero(3))) {
    flaw(FlawKind::utf16, 0, text_.size());
    return false;
  }
  if (const auto bad = invalid_utf8(text_))
    flaw(FlawKind::not_utf8, *bad, 1);
  if (text_.starts_with("\xef\xbb\xbf")) {
    flaw(FlawKind::byte_order_mark, 0, 3);
    at_ = 3;
  }
  return true;
}

Node &Parser::add(Kind kind, std::size_t offset, std::size_t length) {
  return nodes_.emplace_back(Node{.offset = static_cast<std::uint32_t>(offset),
                                  .length = static_cast<std::uint32_t>(length),
                                  .next = static_cast<std::uint32_t>(nodes_.size() + 1),
                                  .kind = kind,
                                  .key = false,
                                  .escaped = false,
                                  .incomplete = false,
                                  .marked = kind == Kind::broken});
}

Flaw &Parser::flaw(FlawKind kind, std::size_t offset, std::size_t length) {
  const std::uint32_t container = stack_.empty() ? 0 : stack_.back().node;
  return flaws_.emplace_back(
      Flaw{kind, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length), container, container});
}

/// Some of what the open containers hold is lost: nothing may be missed in them.
void Parser::hide() {
  for (auto open = stack_.rbegin(); open != stack_.rend() && !nodes_[open->node].incomplete; ++open)
    nodes_[open->node].incomplete = true;
}

void Parser::open(Kind kind) {
  if (stack_.size() == Document::max_depth)
    return skip_deep_value();
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  add(kind, at_, 1);
  stack_.push_back({node, kind == Kind::object ? Want::first_key : Want::first_value, 0});
  after_string_ = false;
  token_end_ = ++at_;
}

/// How the depth of brackets, strings apart, changes from `from` to the end of the text or, if that comes first, to
/// where as many are closed as opened; `from` is left there.
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

void Parser::skip_deep_value() {
  const std::size_t start = at_;
  if (balance(at_) == 0)
    ++at_;
  flaw(FlawKind::too_deep, start, 1).node = static_cast<std::uint32_t>(nodes_.size());
  add(Kind::broken, start, at_ - start);
  after_value();
}

void Parser::pop() {
  if (stack_.back().want == Want::colon || stack_.back().want == Want::member_value)
    add(Kind::broken, token_end_, 0);
  const std::uint32_t node = stack_.back().node;
  nodes_[node].length = static_cast<std::uint32_t>(token_end_ - nodes_[node].offset);
  nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
  if (nodes_[node].kind == Kind::object)
    find_duplicate_keys(document_, node, flaws_);
  stack_.pop_back();
  after_value();
}

void Parser::after_value() {
  if (!stack_.empty())
    stack_.back().want = Want::comma;
  after_string_ = false;
  token_end_ = at_;
}

void Parser::comma() {
  if (stack_.empty())
    return stray(1);
  Open &open = stack_.back();
  if (open.want == Want::colon || open.want == Want::member_value)
    value();
  else if (open.want != Want::comma) {
    if (!flaws_.empty() && flaws_.back().kind == FlawKind::extra_comma && open.comma + 1 == token_end_)
      flaws_.back().length = static_cast<std::uint32_t>(at_ + 1 - flaws_.back().offset);
    else
      flaw(FlawKind::extra_comma, at_, 1);
  }
  open.want = object() ? Want::next_key : Want::next_value;
  open.comma = static_cast<std::uint32_t>(at_);
  forgiving_ = after_string_ = false;
  token_end_ = ++at_;
}

void Parser::colon() {
  if (!stack_.empty() && stack_.back().want == Want::colon) {
    stack_.back().want = Want::member_value;
    after_string_ = false;
    token_end_ = ++at_;
  } else if (lost_ && after_string_ && stack_.size() > 1 && !object() &&
             nodes_[stack_[stack_.size() - 2].node].kind == Kind::object)
    close_before_key();
  else
    stray(1);
}

/// A text that starts with `"key":`, as documents show one member of an object: the braces around it are understood.
void Parser::open_around_key() {
  flaw(FlawKind::bare_member, nodes_[0].offset, nodes_[0].length);
  const Node key = nodes_[0];
  nodes_.clear();
  add(Kind::object, key.offset, 0).incomplete = true;
  nodes_.push_back(key);
  nodes_[1].key = true;
  nodes_[1].next = 2;
  stack_.push_back({0, Want::colon, 0});
  bare_ = true;
}

/// A key in a list, once brackets were lost: the list ended before it.
void Parser::close_before_key() {
  const auto key = static_cast<std::uint32_t>(nodes_.size() - 1);
  Node &list = nodes_[stack_.back().node];
  list.next = key;
  list.length = nodes_[key].offset - list.offset;
  stack_.pop_back();
  nodes_[key].key = true;
  stack_.back().want = Want::member_value;
  after_string_ = false;
  token_end_ = ++at_;
}

void Parser::close(char bracket) {
  const Kind kind = bracket == '}' ? Kind::object : Kind::array;
  const auto match =
      std::find_if(stack_.rbegin(), stack_.rend(), [&](const Open &o) { return nodes_[o.node].kind == kind; });
  if (match == stack_.rend()) {
    if (stack_.empty())
      return stray(1);
    if (!lost_)
      flaw(FlawKind::stray_bracket, at_, 1);
    token_end_ = ++at_;
    return;
  }
  if (match != stack_.rbegin()) {
    if (!lost_)
      flaw(FlawKind::wrong_bracket, at_, 1);
    hide();
    // Either a bracket is missing before this one, or this one is of the wrong kind: so if the rest of the text closes
    // what would then be open.
    std::ptrdiff_t closed = 0;
    for (std::size_t rest = at_ + 1; !lost_ && rest < text_.size(); ++rest)
      closed -= balance(rest);
    const bool wrong_kind = closed + 1 == static_cast<std::ptrdiff_t>(stack_.size());
    lost_ = true;
    if (wrong_kind) {
      token_end_ = ++at_;
      return pop();
    }
    while (nodes_[stack_.back().node].kind != kind)
      pop();
  }
  const Open &open = stack_.back();
  const bool dangling = open.want == Want::next_key || open.want == Want::next_value;
  if (open.want == Want::colon || open.want == Want::member_value)
    value();
  else if (dangling && (flaws_.empty() || flaws_.back().kind != FlawKind::extra_comma || open.comma + 1 != token_end_))
    flaw(FlawKind::trailing_comma, open.comma, 1);
  ++at_;
  token_end_ = at_;
  pop();
}

/// Anything but the punctuation between values: the start of a value or key, whether wanted here or not.
void Parser::token() {
  const Want want = stack_.empty() ? Want::member_value : stack_.back().want;
  const bool word = peek() != '"' && peek() != '{' && peek() != '[';
  if (word && after_string_ && at_ == token_end_ && (want == Want::comma || want == Want::colon))
    return stray(1);
  if (want == Want::comma && !forgiving_)
    flaw(FlawKind::missing_comma, token_end_, 0);
  forgiving_ = false;
  const bool wants_key = want == Want::first_key || want == Want::next_key || (want == Want::comma && object());
  if (!wants_key)
    return value();
  if (peek() == '{' || peek() == '[') {
    flaw(FlawKind::missing_key, at_, 1);
    Node &nameless = add(Kind::string, at_, 0);
    nameless.key = nameless.marked = true;
    hide();
    return value();
  }
  key();
}

void Parser::key() {
  stack_.back().want = Want::colon;
  if (peek() == '"' || peek() == '\'')
    return string(peek(), true);
  const std::size_t placeholder = placeholder_length();
  const std::size_t end = placeholder > 0 ? at_ + placeholder : end_of_word(at_ + 1);
  flaw(placeholder > 0 ? FlawKind::placeholder : FlawKind::unquoted_key, at_, end - at_).node =
      static_cast<std::uint32_t>(nodes_.size());
  Node &node = add(Kind::string, at_, end - at_);
  node.key = node.marked = true;
  token_end_ = at_ = end;
  after_string_ = false;
  if (placeholder == 0)
    return;
  hide();
  skip_blanks();
  if (peek() != ':') { // it stands for whole members
    add(Kind::broken, token_end_, 0);
    stack_.back().want = Want::comma;
  }
}

/// The value that is wanted here; what stands here may be none.
void Parser::value() {
  const Want want = stack_.empty() ? Want::member_value : stack_.back().want;
  const bool missing = !stack_.empty() && (peek() == ',' || peek() == '}' || peek() == ']');
  if (missing) {
    flaw(FlawKind::missing_value, token_end_, 0).node = static_cast<std::uint32_t>(nodes_.size());
    add(Kind::broken, token_end_, 0);
    stack_.back().want = Want::comma;
    return;
  }
  if (want == Want::colon)
    flaw(FlawKind::missing_colon, token_end_, 0);
  if (placeholder_length() > 0)
    return word();
  switch (peek()) {
  case '{':
    return open(Kind::object);
  case '[':
    return open(Kind::array);
  case '"':
  case '\'':
    string(peek(), false);
    return;
  default:
    word();
  }
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

void Parser::end_of_text() {
  if (nodes_.empty() && flaws_.empty())
    flaw(FlawKind::empty_text, 0, 0);
  if (stack_.size() > (bare_ ? 1 : 0) && !lost_)
    flaw(FlawKind::truncated, token_end_, 0);
  hide();
  while (!stack_.empty())
    pop();
}

} // namespace stslint
