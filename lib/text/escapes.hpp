#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// What the escapes of JSON strings stand for: shared by what resolves them and by the parser that checks them.
namespace stslint::escapes {

/// The byte that a backslash and `letter` stand for; 0 for `u` and for what is not an escape.
constexpr char simple(char letter) {
  switch (letter) {
  case '"':
  case '\\':
  case '/':
    return letter;
  case 'b':
    return '\b';
  case 'f':
    return '\f';
  case 'n':
    return '\n';
  case 'r':
    return '\r';
  case 't':
    return '\t';
  default:
    return '\0';
  }
}

inline constexpr auto hex_digits = [] {
  std::array<std::int8_t, 256> digits{};
  digits.fill(-1);
  for (std::uint8_t i = 0; i < 10; ++i)
    digits[std::uint8_t{'0'} + i] = static_cast<std::int8_t>(i);
  for (std::uint8_t i = 0; i < 6; ++i)
    digits[std::uint8_t{'a'} + i] = digits[std::uint8_t{'A'} + i] = static_cast<std::int8_t>(10 + i);
  return digits;
}();

/// The value of four hexadecimal digits; negative if one of them is not a digit.
inline int hex(const char *four) {
  const auto digit = [&](int i) { return int{hex_digits[static_cast<unsigned char>(four[i])]}; };
  return digit(0) * 4096 | digit(1) * 256 | digit(2) * 16 | digit(3);
}

/// The code unit of the `\uXXXX` at `at`; negative if there is none.
inline int unit(const char *at, const char *end) {
  return end - at >= 6 && at[0] == '\\' && at[1] == 'u' ? hex(at + 2) : -1;
}

constexpr bool is_high(int unit) { return unit >= 0xd800 && unit < 0xdc00; }
constexpr bool is_low(int unit) { return unit >= 0xdc00 && unit < 0xe000; }
constexpr unsigned pair(int high, int low) {
  return 0x10000u + (static_cast<unsigned>(high - 0xd800) << 10) + static_cast<unsigned>(low - 0xdc00);
}

/// Writes a code point in UTF-8, four bytes at most; returns the end.
inline char *put(char *out, unsigned code) {
  const auto byte = [&](unsigned value) { *out++ = static_cast<char>(value); };
  if (code < 0x80)
    byte(code);
  else {
    if (code < 0x800)
      byte(0xc0 | code >> 6);
    else {
      if (code < 0x10000)
        byte(0xe0 | code >> 12);
      else {
        byte(0xf0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3f));
      }
      byte(0x80 | (code >> 6 & 0x3f));
    }
    byte(0x80 | (code & 0x3f));
  }
  return out;
}

} // namespace stslint::escapes
