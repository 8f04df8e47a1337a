#include "escapes.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

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
    if (std::uint64_t eight = 0; text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      const std::uint64_t high = eight & 0x8080808080808080u;
      if (high == 0) {
        at += sizeof eight;
        continue;
      }
      if constexpr (std::endian::native == std::endian::little)
        at += static_cast<std::size_t>(std::countr_zero(high)) / 8;
    }
    const std::size_t length = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : utf8_length(text.substr(at));
    if (length == 0)
      return at;
    at += length;
  }
  return std::nullopt;
}

char *unescape(std::string_view contents, char *out) {
  const char *at = contents.data(), *const end = at + contents.size();
  while (at < end) {
    const auto *const backslash = static_cast<const char *>(std::memchr(at, '\\', static_cast<std::size_t>(end - at)));
    const char *const plain_end = backslash == nullptr ? end : backslash;
    out = std::copy(at, plain_end, out);
    at = plain_end;
    if (at == end)
      break;
    if (const int high = escapes::unit(at, end); high >= 0) {
      const int low = escapes::is_high(high) ? escapes::unit(at + 6, end) : -1;
      const bool pair = escapes::is_low(low), lone = !pair && (escapes::is_high(high) || escapes::is_low(high));
      out = escapes::put(out, pair ? escapes::pair(high, low) : lone ? 0xfffdu : static_cast<unsigned>(high));
      at += pair ? 12 : 6;
      continue;
    }
    const char known = end - at > 1 ? escapes::simple(at[1]) : '\0';
    *out++ = known == '\0' ? '\\' : known;
    at += known == '\0' ? 1 : 2;
  }
  return out;
}

std::string unescaped(std::string_view contents) {
  std::string out(contents.size(), '\0');
  out.resize(static_cast<std::size_t>(unescape(contents, out.data()) - out.data()));
  return out;
}

} // namespace stslint
