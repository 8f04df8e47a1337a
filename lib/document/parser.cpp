#include "parser.hpp"

#include "fast_parser.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {

void Document::parse(std::string_view bytes) {
  if (NoGuide none; !FastParser(*this).parse(bytes, none))
    Parser(*this).parse(bytes);
}

void Document::resolve(Node &string, std::string_view contents) {
  if (resolved_.size() + sizeof(std::uint32_t) + contents.size() > max_bytes) { // almost too long: the escapes stay
    string.escaped = false;
    return;
  }
  string.next = static_cast<std::uint32_t>(resolved_.size());
  std::uint32_t length = 0;
  resolved_.resize(string.next + sizeof length + contents.size());
  char *const text = resolved_.data() + string.next + sizeof length;
  length = static_cast<std::uint32_t>(unescape(contents, text) - text);
  std::memcpy(text - sizeof length, &length, sizeof length);
  resolved_.resize(string.next + sizeof length + length);
}

void Parser::parse(std::string_view bytes) {
  if (bytes.size() > Document::max_bytes)
    throw Error("the text is longer than 4 GiB; split it");
  document_.bytes_ = text_ = bytes;
  flaws_.clear();
  document_.forget_source();
  nodes_.clear();
  document_.resolved_.clear();
  if (readable_encoding() && starts_like_json())
    tokens();
  std::ranges::stable_sort(flaws_, {}, &Flaw::offset);
  for (std::uint32_t at = 0; at < nodes_.size(); ++at) {
    Node &node = nodes_[at];
    if (node.escaped)
      document_.resolve(node, Value(document_, at).contents());
    if (node.key)
      node.hash = key_hash(Value(document_, at).view());
  }
}

/// The rest of a text with more syntax errors is reported as one: it is hardly JSON, and each of them takes memory.
constexpr std::size_t most_flaws = 100'000;

void Parser::tokens() {
  for (skip_blanks(); !at_end(); skip_blanks()) {
    if (flaws_.size() >= most_flaws) {
      remark(text_.size() - at_);
      lost_ = true;
      break;
    }
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
    case ')':
      if (!stack_.empty() && text_[nodes_[stack_.back().node].offset] == '(') {
        close(']');
        break;
      }
      [[fallthrough]];
    default:
      if (!mend_separator() && !mend_key())
        token();
    }
  }
  end_of_text();
}

/// How compressed data begins: gzip, zstd, and zlib at each of its levels. No JSON begins like that.
bool is_compressed(std::string_view text) {
  static constexpr std::array<std::string_view, 6> starts = {"\x1f\x8b", "\x28\xb5\x2f\xfd", "\x78\x01",
                                                             "\x78\x5e", "\x78\x9c",         "\x78\xda"};
  return std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); });
}

bool Parser::readable_encoding() {
  if (is_compressed(text_)) {
    flaw(FlawKind::compressed, 0, text_.size());
    return false;
  }
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

/// Whether the text is worth reading as JSON at all. If not, what was taken for comments before it is not reported.
bool Parser::starts_like_json() {
  const std::size_t flaws_before = flaws_.size(), start = at_;
  skip_blanks();
  const std::string_view rest = text_.substr(at_, text_.find_last_not_of(" \t\r\n") + 1 - at_);
  const std::size_t inner = rest.find_first_not_of("{[ \t\r\n");
  const bool escaped = inner != 0 && inner != std::string_view::npos && rest.substr(inner, 2) == "\\\"";
  const bool quoted = rest.starts_with("'{") || rest.starts_with("'[");
  const bool punctuation = !rest.empty() && std::string_view("{}[]\"',:").find(rest[0]) != std::string_view::npos;
  const bool placeholder = !rest.empty() && placeholder_length() == rest.size();
  if (rest.empty() ||
      (punctuation ? !escaped && !quoted
                   : placeholder || word_kind(rest.substr(0, end_of_word(at_ + 1) - at_)) != FlawKind::unquoted_text))
    return true;
  flaws_.resize(flaws_before);
  at_ = start;
  const std::size_t first = text_.find_first_not_of(" \t\r\n", at_);
  flaw(FlawKind::not_json, first, std::min(text_.find_first_of("\r\n", first), text_.size()) - first);
  return false;
}

Node &Parser::add(Kind kind, std::size_t offset, std::size_t length) {
  return nodes_.emplace_back(Node{.offset = static_cast<std::uint32_t>(offset),
                                  .length = static_cast<std::uint32_t>(length),
                                  .next = 0,
                                  .kind = kind,
                                  .key = false,
                                  .escaped = false,
                                  .incomplete = false,
                                  .marked = kind == Kind::broken,
                                  .rest = 0,
                                  .hash = 0});
}

Flaw &Parser::flaw(FlawKind kind, std::size_t offset, std::size_t length) {
  const std::uint32_t container = stack_.empty() ? 0 : stack_.back().node;
  return flaws_.emplace_back(
      Flaw{kind, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length), container, container});
}

/// Marks the open containers as incomplete: some of their contents are lost, so no member may be reported as missing.
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
  if (nodes_[node].kind == Kind::object && !stack_.back().reopened)
    find_duplicate_keys(document_, node, flaws_);
  stack_.pop_back();
  if (!stack_.empty())
    stack_.back().last = node;
  after_value();
}

void Parser::after_value() {
  if (!stack_.empty())
    stack_.back().want = Want::comma;
  after_string_ = false;
  token_end_ = value_end_ = at_;
}

void Parser::comma() {
  if (stack_.empty())
    return stray(1);
  OpenContainer &open = stack_.back();
  if (number_goes_on())
    return;
  if (open.want == Want::colon || open.want == Want::member_value)
    value();
  else if (open.want != Want::comma) {
    if (template_since_value())
      ;
    else if (!flaws_.empty() && flaws_.back().kind == FlawKind::extra_comma && open.comma + 1 == token_end_ &&
             flaws_.back().offset + flaws_.back().length == token_end_)
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
  } else if (after_string_ && !stack_.empty() && !object())
    key_in_list();
  else
    stray(1);
}

void Parser::close(char bracket) {
  const auto match =
      std::find_if(stack_.rbegin(), stack_.rend(), [&](const OpenContainer &o) { return closing(o) == bracket; });
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
    // Either a bracket is missing before this one, or this one is of the wrong kind. The latter is assumed if the rest
    // of the text closes exactly the containers that would then be open.
    std::ptrdiff_t closed = 0;
    for (std::size_t rest = at_ + 1; !lost_ && rest < text_.size(); ++rest)
      closed -= balance(rest);
    const bool wrong_kind = closed + 1 == static_cast<std::ptrdiff_t>(stack_.size());
    lost_ = true;
    if (wrong_kind) {
      token_end_ = ++at_;
      return pop();
    }
    while (closing(stack_.back()) != bracket)
      pop();
  }
  const OpenContainer &open = stack_.back();
  const bool dangling = open.want == Want::next_key || open.want == Want::next_value;
  if (open.want == Want::colon || open.want == Want::member_value)
    value();
  else if (dangling && text_[open.comma] == ',' && !template_since_value() &&
           (flaws_.empty() || flaws_.back().kind != FlawKind::extra_comma || open.comma + 1 != token_end_))
    flaw(FlawKind::trailing_comma, open.comma, 1);
  ++at_;
  token_end_ = at_;
  pop();
}

/// Anything but the punctuation between values: the start of a value or key, whether wanted here or not.
void Parser::token() {
  skip_prefix();
  const Want want = stack_.empty() ? Want::member_value : stack_.back().want;
  const bool word = peek() != '"' && peek() != '{' && peek() != '[';
  if (word && after_string_ && at_ == token_end_ && (want == Want::comma || want == Want::colon))
    return stray(1);
  if (want == Want::comma && number_goes_on())
    return;
  const bool wants_key = want == Want::first_key || want == Want::next_key || (want == Want::comma && object());
  if (const std::size_t length = want == Want::comma && wants_key ? words_behind_value() : 0; length > 0)
    return remark(length);
  if (want == Want::comma && !forgiving_ && !template_since_value())
    flaw(FlawKind::missing_comma, token_end_, 0);
  if (want == Want::colon && !forgiving_)
    flaw(FlawKind::missing_colon, token_end_, 0);
  forgiving_ = false;
  if (wants_key && skip_remark())
    return;
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
  if (const std::size_t length = typographic_length())
    return typographic_string(length, true);
  const std::size_t placeholder = placeholder_length();
  const std::size_t end = placeholder > 0 ? at_ + placeholder : end_of_word(at_ + 1);
  const std::size_t next = text_.find_first_not_of(" \t", end + 1);
  const bool half_quoted = end < text_.size() && text_[end] == '"' && next < text_.size() && text_[next] == ':';
  const std::size_t length = end + (half_quoted ? 1 : 0) - at_;
  flaw(placeholder > 0 ? FlawKind::placeholder : FlawKind::unquoted_key, at_, length).node =
      static_cast<std::uint32_t>(nodes_.size());
  Node &node = add(Kind::string, at_, end - at_);
  node.key = node.marked = true;
  token_end_ = at_ += length;
  after_string_ = false;
  if (placeholder == 0)
    return;
  hide();
  skip_blanks();
  if (peek() != ':') { // the placeholder stands for whole members
    add(Kind::broken, token_end_, 0);
    stack_.back().want = Want::comma;
  }
}

/// Reads the value that is wanted here; there may be something else, or nothing.
void Parser::value() {
  const Want want = stack_.empty() ? Want::member_value : stack_.back().want;
  const bool missing = !stack_.empty() && (peek() == ',' || peek() == '}' || peek() == ']');
  if (missing) {
    Node &key = nodes_.back();
    const std::size_t colon = text_.substr(key.offset, key.length).find(':');
    const bool is_member =
        want == Want::colon && key.kind == Kind::string && colon != std::string_view::npos && colon > 1;
    const std::uint32_t length = std::exchange(key.length, is_member ? static_cast<std::uint32_t>(colon) : key.length);
    key.marked |= is_member;
    flaw(FlawKind::missing_value, key.offset, length).node = static_cast<std::uint32_t>(nodes_.size());
    add(Kind::broken, token_end_, 0);
    stack_.back().want = Want::comma;
    return;
  }
  if (placeholder_length() > 0)
    return word();
  if (skip_hashtable())
    return;
  if (const std::size_t length = typographic_length())
    return typographic_string(length, false);
  switch (peek()) {
  case '{':
    return open(Kind::object);
  case '(':
    flaw(FlawKind::unquoted_text, at_, 1);
    [[fallthrough]];
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

void Parser::end_of_text() {
  if (nodes_.empty() && flaws_.empty())
    flaw(FlawKind::empty_text, 0, 0);
  if (stack_.size() > (bare_ ? 1 : 0) && !lost_) {
    flaw(FlawKind::truncated, token_end_, 0);
    // A number may go on where the text was cut off.
    if (nodes_.back().kind == Kind::number && nodes_.back().offset + nodes_.back().length == text_.size())
      nodes_.back().marked = true;
  }
  hide();
  while (!stack_.empty())
    pop();
}

} // namespace stslint
