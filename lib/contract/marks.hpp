#pragma once

#include "stslint/document.hpp"
#include "stslint/text.hpp"

#include <cstdint>

/// What can be seen of a value in one look at its bytes. A rule can name the mark without which no value breaks it: it
/// is then only asked of those that have it, and most values are asked nothing at all.
namespace stslint {

/// A bit for each Mark and each TextMark.
using Marks = std::uint16_t;

enum Mark : Marks {
  // Of a string, beside those of TextMark. Where escapes stand, it has whatever marks they could hide.
  odd_edge = 4,   ///< it is empty, or starts or ends with anything but visible ASCII
  unpaired = 8,   ///< it is not of two parts with a colon between and something visible after that
  long_text = 16, ///< it has more than 64 bytes
  // Of a number.
  not_digits = 32, ///< Value::digits is 0 of it
  few_digits = 64, ///< or less than ten
  // Of an item of a list that stands after another.
  may_repeat_start = 128, ///< an earlier one may begin with the same two bytes
  may_repeat = 256, ///< an earlier one may say the same; or an earlier one's member, if it is a member of the item
};
inline constexpr std::size_t mark_kinds = 9;

/// Those of `wanted` that a value has by what it says. Linear, allocates nothing. Where it stands is for the walk to
/// know: `may_repeat_start`, `may_repeat`, and the name of a member.
Marks marks_of(const Value &value, Marks wanted);

/// Of a number by Value::digits.
constexpr Marks marks_of_number(unsigned digits) {
  return digits == 0 ? not_digits | few_digits : digits < 10 ? Marks{few_digits} : Marks{0};
}

/// Of a string, those beside TextMark.
Marks edge_marks_of(std::string_view contents, bool escaped, Marks wanted);

/// Of a string by what stands between its quotes; so many bytes after it can be read, too.
inline Marks marks_of_string(std::string_view contents, bool escaped, Marks wanted, std::size_t behind = 0) {
  Marks found = 0;
  if ((wanted & (may_hold_secret | may_hold_placeholder)) != 0) [[likely]]
    found = text_marks_of(contents, behind);
  if ((wanted & (odd_edge | unpaired | long_text)) != 0) [[unlikely]]
    found |= edge_marks_of(contents, escaped, wanted);
  return found;
}

} // namespace stslint
