#include "stslint/text.hpp"

namespace stslint {

std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
  const unsigned first = byte(0);
  if (text.empty())
    return 0;
  if (first < 0x80)
    return 1;
  if (first >= 0xc2 && first <= 0xdf)
    return continues(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const bool overlong = first == 0xe0 && byte(1) < 0xa0, surrogate = first == 0xed && byte(1) > 0x9f;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const bool overlong = first == 0xf0 && byte(1) < 0x90, beyond = first == 0xf4 && byte(1) > 0x8f;
    return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : utf8_length(text.substr(at));
    if (length == 0)
      return at;
    at += length;
  }
  return std::nullopt;
}

namespace {

void append_utf8(std::string &out, unsigned c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c < 0x800)
    out += static_cast<char>(0xc0 | c >> 6);
  else {
    if (c < 0x10000)
      out += static_cast<char>(0xe0 | c >> 12);
    else {
      out += static_cast<char>(0xf0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
    }
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
  }
  out += static_cast<char>(0x80 | (c & 0x3f));
}

/// The four hex digits behind `\u` at `at`, if there are four.
std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
    return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const int digit = c >= '0' && c <= '9'                     ? c - '0'
                      : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                               : -1;
    if (digit < 0)
      return std::nullopt;
    value = value << 4 | static_cast<unsigned>(digit);
  }
  return value;
}

} // namespace

std::string unescaped(std::string_view contents) {
  static constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
  std::string out;
  for (std::size_t at = 0; at < contents.size();) {
    if (contents[at] != '\\') {
      out += contents[at++];
      continue;
    }
    if (const auto unit = hex4(contents, at)) {
      const auto low = *unit >= 0xd800 && *unit < 0xdc00 ? hex4(contents, at + 6) : std::nullopt;
      const bool pair = low && *low >= 0xdc00 && *low < 0xe000;
      const bool lone = !pair && *unit >= 0xd800 && *unit < 0xe000;
      append_utf8(out, pair ? 0x10000 + ((*unit - 0xd800) << 10) + (*low - 0xdc00) : lone ? 0xfffd : *unit);
      at += pair ? 12 : 6;
      continue;
    }
    const auto known = at + 1 < contents.size() ? from.find(contents[at + 1]) : std::string_view::npos;
    out += known == std::string_view::npos ? '\\' : to[known];
    at += known == std::string_view::npos ? 1 : 2;
  }
  return out;
}

} // namespace stslint
