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
  unpaired = 8,   ///< it is not two parts with a colon between them and a visible byte right after it
  long_text = 16, ///< it has more than 64 bytes
  // Of a number.
  not_digits = 32, ///< Value::digits() is 0
  few_digits = 64, ///< Value::digits() is less than 10
  // Of an item that is not the first of its list.
  may_repeat_start = 128, ///< an earlier one may begin with the same two bytes
  may_repeat = 256,       ///< an earlier one may be equal; for a string in an item, one in an earlier item may
};
inline constexpr std::size_t mark_kinds = 9;

/// At least those of `wanted` that the contents of a value give it. Linear, allocates nothing. The marks that its place
/// gives it, may_repeat_start, may_repeat and those of the name of a member, are for the caller to add.
Marks marks_of(const Value &value, Marks wanted);

/// Of a number by Value::digits.
constexpr Marks marks_of_number(unsigned digits) {
  return digits == 0 ? not_digits | few_digits : digits < 10 ? Marks{few_digits} : Marks{0};
}

/// The marks of a string other than those of TextMark.
Marks edge_marks_of(std::string_view contents, bool escaped, Marks wanted);

/// The marks of a string with these contents. `behind` bytes after them can be read, too.
inline Marks marks_of_string(std::string_view contents, bool escaped, Marks wanted, std::size_t behind = 0) {
  Marks found = 0;
  if ((wanted & (may_hold_secret | may_hold_placeholder)) != 0) [[likely]]
    found = text_marks_of(contents, behind);
  if ((wanted & (odd_edge | unpaired | long_text)) != 0) [[unlikely]]
    found |= edge_marks_of(contents, escaped, wanted);
  return found;
}

} // namespace stslint
