#pragma once

#include "stslint/document.hpp"
#include "stslint/text.hpp"

#include <cstdint>

/// What a value shows at a glance. A rule can name the mark without which no value breaks it: it is then only asked of
/// those that have it, and most values are asked nothing at all.
namespace stslint {

/// Beside those of TextMark. Where escapes stand, a string has whatever marks they could hide. A bit means one thing of
/// a string and another of a number.
enum Mark : std::uint8_t {
  odd_edge = 4,   ///< a string that is empty, or starts or ends with anything but visible ASCII
  unpaired = 8,   ///< a string that is not of two parts with a colon between and something visible behind that
  long_text = 16, ///< a string of more than 64 bytes
  not_digits = 4, ///< a number that Value::digits is 0 of
  few_digits = 8, ///< or less than ten
  akin = 32,      ///< it stands behind another item of a list, which may begin with the same two bytes
  twin = 64,      ///< likewise, or a member of such an item, and another may say the same
};
inline constexpr std::size_t mark_kinds = 7;

/// Those of `wanted` that a value has by what it says. Linear, allocates nothing. Where it stands is for the walk to
/// know: `akin`, `twin`, and the name of a member.
std::uint8_t marks_of(const Value &value, std::uint8_t wanted);

/// Of a number by Value::digits.
constexpr std::uint8_t marks_of_number(unsigned digits) {
  return digits == 0 ? not_digits | few_digits : digits < 10 ? std::uint8_t{few_digits} : std::uint8_t{0};
}

/// Of a string, those beside TextMark.
std::uint8_t edge_marks_of(std::string_view contents, bool escaped, std::uint8_t wanted);

/// Of a string by what stands between its quotes; so many bytes behind that can be read, too.
inline std::uint8_t marks_of_string(std::string_view contents, bool escaped, std::uint8_t wanted,
                                    std::size_t behind = 0) {
  std::uint8_t found = 0;
  if ((wanted & (may_hold_secret | may_hold_placeholder)) != 0) [[likely]]
    found = text_marks_of(contents, behind);
  if ((wanted & (odd_edge | unpaired | long_text)) != 0) [[unlikely]]
    found |= edge_marks_of(contents, escaped, wanted);
  return found;
}

} // namespace stslint
