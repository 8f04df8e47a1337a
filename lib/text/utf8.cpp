#include "stslint/text.hpp"

#include <algorithm>

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

char *put_utf8(char *out, unsigned c) {
  const auto put = [&](unsigned byte) { *out++ = static_cast<char>(byte); };
  if (c < 0x80)
    put(c);
  else {
    if (c < 0x800)
      put(0xc0 | c >> 6);
    else {
      if (c < 0x10000)
        put(0xe0 | c >> 12);
      else {
        put(0xf0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3f));
      }
      put(0x80 | (c >> 6 & 0x3f));
    }
    put(0x80 | (c & 0x3f));
  }
  return out;
}

/// Needs as much room as `contents` at most; answers the end.
char *unescape(std::string_view contents, char *out) {
  static constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
  for (std::size_t at = 0; at < contents.size();) {
    const std::size_t plain = std::min(contents.find('\\', at), contents.size()) - at;
    out = std::copy_n(contents.data() + at, plain, out);
    at += plain;
    if (at == contents.size())
      break;
    if (const auto unit = hex4(contents, at)) {
      const auto low = *unit >= 0xd800 && *unit < 0xdc00 ? hex4(contents, at + 6) : std::nullopt;
      const bool pair = low && *low >= 0xdc00 && *low < 0xe000;
      const bool lone = !pair && *unit >= 0xd800 && *unit < 0xe000;
      out = put_utf8(out, pair ? 0x10000 + ((*unit - 0xd800) << 10) + (*low - 0xdc00) : lone ? 0xfffd : *unit);
      at += pair ? 12 : 6;
      continue;
    }
    const auto known = at + 1 < contents.size() ? from.find(contents[at + 1]) : std::string_view::npos;
    *out++ = known == std::string_view::npos ? '\\' : to[known];
    at += known == std::string_view::npos ? 1 : 2;
  }
  return out;
}

} // namespace

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

std::string unescaped(std::string_view contents) {
  std::string out(contents.size(), '\0');
  out.resize(static_cast<std::size_t>(unescape(contents, out.data()) - out.data()));
  return out;
}

std::string_view Unescaped::of(std::string_view contents) {
  char *out = room_.data();
  if (contents.size() > room_.size()) {
    more_.resize(contents.size());
    out = more_.data();
  }
  return {out, static_cast<std::size_t>(unescape(contents, out) - out)};
}

} // namespace stslint
