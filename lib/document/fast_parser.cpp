#include "fast_parser.hpp"

#include "parser.hpp"

#include "../text/scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace stslint {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

} // namespace

bool FastParser::parse(std::string_view bytes) {
  text_ = bytes;
  skip_blanks();
  if (!opens())
    return false;
  for (bool first = true; depth_ > 0;) {
    skip_blanks();
    if (peek() == closing()) {
      if (!close())
        return false;
      first = false;
      continue;
    }
    if (!first) {
      if (peek() != ',')
        return false;
      ++at_;
      skip_blanks();
    }
    if (in_object() && !key())
      return false;
    first = opens();
    if (!first && !scalar())
      return false;
  }
  skip_blanks();
  return at_ == text_.size();
}

void FastParser::skip_blanks() {
  while (at_ < text_.size() && blank(text_[at_]))
    ++at_;
}

Node &FastParser::add(Kind kind, std::size_t start) {
  return nodes_.emplace_back(Node{.offset = static_cast<std::uint32_t>(start),
                                  .length = static_cast<std::uint32_t>(at_ - start),
                                  .next = static_cast<std::uint32_t>(nodes_.size() + 1),
                                  .kind = kind,
                                  .key = false,
                                  .escaped = false,
                                  .incomplete = false,
                                  .marked = false,
                                  .hash = 0});
}

/// False, too, where it nests too deep: no scalar starts with a bracket.
bool FastParser::opens() {
  const char c = peek();
  if ((c != '{' && c != '[') || depth_ == Document::max_depth)
    return false;
  open_[depth_++] = {static_cast<std::uint32_t>(nodes_.size()), c == '{', false, 0};
  add(c == '{' ? Kind::object : Kind::array, at_);
  ++at_;
  return true;
}

bool FastParser::close() {
  const Open &open = open_[--depth_];
  ++at_;
  Node &node = nodes_[open.node];
  node.length = static_cast<std::uint32_t>(at_ - node.offset);
  node.next = static_cast<std::uint32_t>(nodes_.size());
  return !open.alike || !has_duplicate_keys(document_, open.node);
}

bool FastParser::key() {
  if (peek() != '"' || !string())
    return false;
  Node &node = nodes_.back();
  node.key = true;
  node.hash = key_hash(node.escaped ? unescaped(contents(node)) : contents(node));
  Open &open = open_[depth_ - 1];
  const std::uint64_t bit = std::uint64_t{1} << (node.hash % 64);
  open.alike |= (open.keys & bit) != 0;
  open.keys |= bit;
  skip_blanks();
  if (peek() != ':')
    return false;
  ++at_;
  skip_blanks();
  return true;
}

bool FastParser::scalar() {
  switch (peek()) {
  case '"':
    return string();
  case 't':
    return literal("true", Kind::boolean);
  case 'f':
    return literal("false", Kind::boolean);
  case 'n':
    return literal("null", Kind::null);
  default:
    return number();
  }
}

bool FastParser::literal(std::string_view word, Kind kind) {
  const std::size_t start = at_;
  if (text_.size() - at_ < word.size() || std::memcmp(text_.data() + at_, word.data(), word.size()) != 0)
    return false;
  at_ += word.size();
  add(kind, start);
  return true;
}

bool FastParser::string() {
  const std::size_t start = at_++;
  bool escaped = false, ascii = true;
  for (;;) {
    const scan::Plain plain = scan::plain(text_.substr(at_));
    at_ += plain.length;
    ascii &= plain.ascii;
    if (peek() == '"')
      break;
    if (peek() != '\\' || !escape())
      return false;
    escaped = true;
  }
  if (!ascii && invalid_utf8(text_.substr(start, at_ - start)))
    return false;
  ++at_;
  add(Kind::string, start).escaped = escaped;
  return true;
}

/// Half of a surrogate pair is left to the parser that can speak of it.
bool FastParser::escape() {
  const char letter = peek(1);
  if (letter != 'u') {
    at_ += 2;
    return letter != '\0' && std::strchr("\"\\/bfnrt", letter) != nullptr;
  }
  const auto first = hex4(text_, at_);
  at_ += 6;
  if (!first || *first < 0xd800 || *first >= 0xe000)
    return first.has_value();
  const auto second = hex4(text_, at_);
  at_ += 6;
  return *first < 0xdc00 && second && *second >= 0xdc00 && *second < 0xe000;
}

/// A number that might not fit a double is left to the parser that can speak of it.
bool FastParser::number() {
  const std::size_t start = at_;
  at_ += peek() == '-' ? 1 : 0;
  const std::size_t whole = at_;
  while (digit(peek()))
    ++at_;
  const std::size_t digits = at_ - whole;
  if (digits == 0 || digits > 15 || (digits > 1 && text_[whole] == '0'))
    return false;
  if (peek() == '.') {
    const std::size_t point = at_++;
    while (digit(peek()))
      ++at_;
    if (at_ == point + 1 || at_ > point + 200)
      return false;
  }
  if ((peek() | 0x20) == 'e') {
    ++at_;
    at_ += peek() == '+' || peek() == '-' ? 1 : 0;
    const std::size_t exponent = at_;
    while (digit(peek()))
      ++at_;
    if (at_ == exponent || at_ > exponent + 2)
      return false;
  }
  add(Kind::number, start);
  return true;
}

} // namespace stslint
