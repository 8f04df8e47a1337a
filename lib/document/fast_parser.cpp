#include "fast_parser.hpp"

#include "parser.hpp"

#include "../text/escapes.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <cstring>

namespace stslint {
namespace {

bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

inline const char *skip_digits(const char *at) {
  while (scan::is_digit(*at))
    ++at;
  return at;
}

/// The end of `word` if it is at `at`, otherwise null.
inline const char *literal(const char *at, const char *end, std::string_view word) {
  const bool there =
      static_cast<std::size_t>(end - at) >= word.size() && std::memcmp(at, word.data(), word.size()) == 0;
  return there ? at + word.size() : nullptr;
}

/// The end of the number, or null. A number that might not fit in a double is left to Parser, which can report it.
inline const char *number(const char *at) {
  at += *at == '-' ? 1 : 0;
  const char *const whole = at;
  at = skip_digits(at);
  if (at == whole || at - whole > Value::most_digits || (at - whole > 1 && *whole == '0'))
    return nullptr;
  if (*at == '.') {
    const char *const point = at;
    at = skip_digits(at + 1);
    if (at == point + 1 || at > point + 200)
      return nullptr;
  }
  if ((*at | 0x20) == 'e') {
    ++at;
    at += *at == '+' || *at == '-' ? 1 : 0;
    const char *const exponent = at;
    at = skip_digits(at);
    if (at == exponent || at > exponent + 2)
      return nullptr;
  }
  return at;
}

} // namespace

bool FastParser::start(std::string_view bytes) {
  if (bytes.size() > Document::max_bytes)
    return false;
  document_.bytes_ = bytes;
  document_.flaws_.clear();
  document_.forget_source();
  start_ = bytes.data();
  end_ = start_ + bytes.size();
  scan::fetch(bytes);
  while (end_ != start_ && blank(end_[-1]))
    --end_;
  if (end_ == start_ || (end_[-1] != '}' && end_[-1] != ']'))
    return false;
  document_.nodes_.resize(bytes.size() / 8 + 16); // as many as a text of that length mostly has
  document_.resolved_.resize(bytes.size());       // likewise
  return true;
}

/// Called when the outermost value is complete.
bool FastParser::finish(const char *at, std::size_t nodes) {
  document_.resolved_.resize(resolved_);
  document_.nodes_.resize(nodes);
  if (!document_.flaws_.empty())
    std::ranges::stable_sort(document_.flaws_, {}, &Flaw::offset);
  return at == end_;
}

/// A number or a literal of any kind.
const char *FastParser::other_word(const char *at, Node &node) const {
  const char *const begin = at;
  const Kind kind = *at == 't' || *at == 'f' ? Kind::boolean : *at == 'n' ? Kind::null : Kind::number;
  at = *at == 't'   ? literal(at, end_, "true")
       : *at == 'f' ? literal(at, end_, "false")
       : *at == 'n' ? literal(at, end_, "null")
                    : number(at);
  if (at == nullptr)
    return nullptr;
  node = Node::at(offset(begin), static_cast<std::uint32_t>(at - begin), kind);
  if (kind == Kind::number && skip_digits(begin) == at)
    node.hash = static_cast<std::uint16_t>(at - begin);
  return at;
}

/// Reads a string that has escapes, or bytes beyond ASCII, from `odd` on; returns its end, or null. Half of a surrogate
/// pair is left to Parser, which can report it.
const char *FastParser::odd_string(const char *quote, const char *odd, Node &node) {
  auto &room = document_.resolved_;
  const std::size_t head = resolved_;
  char *to = nullptr; // where the next byte goes, once there was an escape
  const auto make_room = [&](std::size_t bytes) {
    const std::size_t used = to == nullptr ? head + sizeof(std::uint32_t) : static_cast<std::size_t>(to - room.data());
    if (used + bytes > room.size())
      room.resize(std::max(2 * room.size(), used + bytes + 256));
    to = room.data() + used;
  };
  bool ascii = true;
  const char *at = quote + 1; // from here on, nothing is copied yet; text without escapes is never copied
  for (const char *from = odd;; from = at) {
    const scan::Plain plain = scan::plain({from, static_cast<std::size_t>(end_ - from)});
    const char *const stop = from + plain.length;
    ascii &= plain.ascii;
    if (stop == end_ || (*stop != '"' && *stop != '\\'))
      return nullptr;
    const bool last = *stop == '"';
    if (!last || to != nullptr) {
      const auto length = static_cast<std::size_t>(stop - at);
      make_room(length + 4);
      std::memcpy(to, at, length);
      to += length;
    }
    at = stop + 1;
    if (last)
      break;
    if (at == end_)
      return nullptr;
    if (*at != 'u') {
      *to = escapes::simple(*at++);
      if (*to++ == '\0')
        return nullptr;
      continue;
    }
    const int high = escapes::unit(stop, end_);
    const int low = escapes::is_high(high) ? escapes::unit(stop + 6, end_) : -1;
    const bool pair = escapes::is_low(low);
    if (high < 0 || escapes::is_low(high) || (escapes::is_high(high) && !pair))
      return nullptr;
    to = escapes::put(to, pair ? escapes::pair(high, low) : static_cast<unsigned>(high));
    at = stop + (pair ? 12 : 6);
  }
  if (!ascii && invalid_utf8({odd, static_cast<std::size_t>(at - odd)}))
    return nullptr;
  node = Node::at(offset(quote), static_cast<std::uint32_t>(at - quote), Kind::string);
  if (to != nullptr) {
    node.escaped = true;
    node.next = static_cast<std::uint32_t>(head);
    const auto length =
        static_cast<std::uint32_t>(to - room.data() - static_cast<std::ptrdiff_t>(head + sizeof(std::uint32_t)));
    std::memcpy(room.data() + head, &length, sizeof length);
    resolved_ = head + sizeof length + length;
  }
  return at;
}

} // namespace stslint
