#include "marks.hpp"

#include <algorithm>

namespace stslint {
namespace {

bool visible(char c) { return c > ' ' && c < '\x7f'; }
bool is_pair(std::string_view text) {
  // The colon is mostly near: a loop is faster than a call.
  std::size_t colon = 0;
  while (colon < text.size() && text[colon] != ':')
    ++colon;
  return colon > 0 && colon + 1 < text.size() && visible(text[colon + 1]);
}

} // namespace

Marks edge_marks_of(std::string_view text, bool escaped, Marks wanted) {
  Marks found = text.size() > 64 ? long_text : 0;
  if ((wanted & odd_edge) != 0 && (escaped || text.empty() || !visible(text.front()) || !visible(text.back())))
    found |= odd_edge;
  if ((wanted & unpaired) != 0 && (escaped || !is_pair(text)))
    found |= unpaired;
  return found;
}

Marks marks_of(const Value &value, Marks wanted) {
  if (value.is(Kind::string))
    return marks_of_string(value.contents(), value.escaped(), wanted);
  return value.is(Kind::number) ? marks_of_number(value.digits()) : Marks{0};
}

} // namespace stslint
