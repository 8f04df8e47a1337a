#include "fast_parser.hpp"

#include "parser.hpp"

#include "../text/escapes.hpp"
#include "../text/scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <cstring>

namespace stslint {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// A text in which nothing is wrong ends with a bracket, where these stop at the latest.

/// Mostly there is none, or one.
inline const char *skip_blanks(const char *at) {
  while (static_cast<unsigned char>(*at) <= ' ' && blank(*at))
    ++at;
  return at;
}

inline const char *skip_digits(const char *at) {
  while (digit(*at))
    ++at;
  return at;
}

/// The end of the word, or null.
inline const char *literal(const char *at, const char *end, std::string_view word) {
  const bool there =
      static_cast<std::size_t>(end - at) >= word.size() && std::memcmp(at, word.data(), word.size()) == 0;
  return there ? at + word.size() : nullptr;
}

/// The end of the number, or null. One that might not fit a double is left to the parser that can speak of it.
inline const char *number(const char *at) {
  at += *at == '-' ? 1 : 0;
  const char *const whole = at;
  at = skip_digits(at);
  if (at == whole || at - whole > 15 || (at - whole > 1 && *whole == '0'))
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

Node node_at(std::uint32_t offset, std::uint32_t length, Kind kind) {
  return {.offset = offset,
          .length = length,
          .next = 0,
          .kind = kind,
          .key = false,
          .escaped = false,
          .incomplete = false,
          .marked = false,
          .hash = 0};
}

} // namespace

bool FastParser::parse(std::string_view bytes) {
  start_ = bytes.data();
  end_ = start_ + bytes.size();
  while (end_ != start_ && blank(end_[-1]))
    --end_;
  if (end_ == start_ || (end_[-1] != '}' && end_[-1] != ']'))
    return false;
  document_.nodes_.resize(bytes.size() / 8 + 16); // as many as a text of that length mostly has
  return read(skip_blanks(start_));
}

/// Each turn reads a value, and the key before it.
bool FastParser::read(const char *at) {
  Nodes &all = document_.nodes_;
  Node *nodes = all.data();
  std::size_t room = all.size();
  std::uint32_t count = 0;
  if (*at != '{' && *at != '[')
    return false;
  for (bool in_object = false;;) {
    if (count + 2 > room) {
      all.resize(room *= 2);
      nodes = all.data();
    }
    if (in_object) {
      at = skip_blanks(at);
      if (*at != '"')
        return false;
      Node &key = nodes[count++];
      at = string(at, key);
      if (at == nullptr)
        return false;
      remember(key);
      at = skip_blanks(at);
      if (*at != ':')
        return false;
      ++at;
    }
    at = skip_blanks(at);
    Node &node = nodes[count++];
    if (*at == '"') {
      at = string(at, node);
      if (at == nullptr)
        return false;
    } else if (*at == '{' || *at == '[') {
      if (depth_ == Document::max_depth)
        return false;
      in_object = *at == '{';
      node = node_at(offset(at), 0, in_object ? Kind::object : Kind::array);
      open_[depth_++] = {count - 1, static_cast<std::uint32_t>(hash_count_), in_object, false};
      at = skip_blanks(at + 1);
      if (*at != (in_object ? '}' : ']'))
        continue;
    } else {
      node = node_at(offset(at), 0, Kind::number);
      const char *const begin = at;
      if (*at == 't' || *at == 'f') {
        node.kind = Kind::boolean;
        at = literal(at, end_, *at == 't' ? "true" : "false");
      } else if (*at == 'n') {
        node.kind = Kind::null;
        at = literal(at, end_, "null");
      } else
        at = number(at);
      if (at == nullptr)
        return false;
      node.length = static_cast<std::uint32_t>(at - begin);
    }
    // Behind a value: brackets that close, and a comma or the end.
    for (;;) {
      at = skip_blanks(at);
      const char c = *at++;
      if (c == ',')
        break;
      if (c != (in_object ? '}' : ']') || !close(count, at))
        return false;
      if (depth_ == 0) {
        all.resize(count);
        document_.resolved_.resize(resolved_);
        return at == end_;
      }
      if (at == end_)
        return false;
      in_object = open_[depth_ - 1].object;
    }
  }
}

bool FastParser::close(std::uint32_t count, const char *end) {
  const Open &open = open_[--depth_];
  Node &node = document_.nodes_[open.node];
  node.length = offset(end) - node.offset;
  node.next = count;
  hash_count_ = open.first_key;
  if (!open.alike)
    return true;
  std::vector<Flaw> flaws;
  find_duplicate_keys(document_, open.node, flaws);
  return flaws.empty();
}

std::string_view FastParser::said(const Node &string) const {
  return string.escaped ? document_.resolved(string) : std::string_view(start_ + string.offset + 1, string.length - 2);
}

/// Enters a key's hash among those of its object.
inline void FastParser::remember(Node &key) {
  key.key = true;
  Open &open = open_[depth_ - 1];
  const std::uint16_t hash = key.hash = key_hash(said(key));
  const std::size_t before = hash_count_ - open.first_key;
  if (before == most_keys || hash_count_ + scan::hashes_at_once > hashes_.size())
    open.alike = true;
  else {
    open.alike |= scan::holds(hashes_.data() + open.first_key, before, hash);
    hashes_[hash_count_++] = hash;
  }
}

/// From its quote on; the end of the string, or null.
inline const char *FastParser::string(const char *at, Node &node) {
  const char *const stop = at + 1 + scan::ordinary({at + 1, static_cast<std::size_t>(end_ - at - 1)});
  if (stop == end_ || *stop != '"')
    return odd_string(at, node);
  node = node_at(offset(at), static_cast<std::uint32_t>(stop + 1 - at), Kind::string);
  return stop + 1;
}

/// Likewise, of one with escapes or with more than ASCII. Half of a surrogate pair is left to the parser that can speak
/// of it.
const char *FastParser::odd_string(const char *at, Node &node) {
  const char *const quote = at++;
  std::string &room = document_.resolved_;
  const std::size_t head = resolved_;
  char *to = nullptr; // where the next byte goes, once there was an escape
  const auto make_room = [&](std::size_t bytes) {
    const std::size_t used = to == nullptr ? head + sizeof(std::uint32_t) : static_cast<std::size_t>(to - room.data());
    if (used + bytes > room.size())
      room.resize(std::max(2 * room.size(), used + bytes + 256));
    to = room.data() + used;
  };
  bool ascii = true;
  for (;;) {
    const scan::Plain plain = scan::plain({at, static_cast<std::size_t>(end_ - at)});
    const char *const stop = at + plain.length;
    ascii &= plain.ascii;
    if (stop == end_ || (*stop != '"' && *stop != '\\'))
      return nullptr;
    const bool last = *stop == '"';
    if (!last || to != nullptr) {
      make_room(plain.length + 4);
      std::memcpy(to, at, plain.length);
      to += plain.length;
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
  if (!ascii && invalid_utf8({quote, static_cast<std::size_t>(at - quote)}))
    return nullptr;
  node = node_at(offset(quote), static_cast<std::uint32_t>(at - quote), Kind::string);
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
