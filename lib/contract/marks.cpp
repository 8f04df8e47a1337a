#include "stslint/marks.hpp"

#include <algorithm>

namespace stslint {
namespace {

bool visible(char c) { return c > ' ' && c < '\x7f'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

bool is_pair(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  return colon > 0 && colon + 1 < text.size() && visible(text[colon + 1]);
}

} // namespace

std::uint8_t marks_of_string(std::string_view text, bool escaped, std::uint8_t wanted, std::size_t behind) {
  std::uint8_t found =
      (wanted & (may_hold_secret | may_hold_placeholder)) != 0 ? text_marks_of(text, behind) : std::uint8_t{0};
  if ((wanted & odd_edge) != 0 && (escaped || text.empty() || !visible(text.front()) || !visible(text.back())))
    found |= odd_edge;
  if ((wanted & unpaired) != 0 && (escaped || !is_pair(text)))
    found |= unpaired;
  if (text.size() > 64)
    found |= long_text;
  return found;
}

std::uint8_t marks_of_number(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), digit))
    return not_digits | few_digits;
  return text.size() < 10 || text[0] == '0' ? std::uint8_t{few_digits} : std::uint8_t{0};
}

std::uint8_t marks_of(const Value &value, std::uint8_t wanted) {
  if (value.is(Kind::string))
    return marks_of_string(value.contents(), value.escaped(), wanted);
  return value.is(Kind::number) ? marks_of_number(value.raw()) : std::uint8_t{0};
}

} // namespace stslint
