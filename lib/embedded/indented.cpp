#include "part.hpp"

#include <algorithm>

namespace stslint::embedded {

Copy indented_below(std::string_view text, Lines &lines, std::size_t outer) {
  std::size_t inner = 0, end = lines.behind(); // inner: of the block, once its first line is known
  Copy copy(text);
  while (lines.next()) {
    const std::string_view within = lines.text();
    const std::size_t blanks = indentation(within);
    if (blanks < within.size() && blanks <= outer) {
      lines.go_to(lines.line().start);
      break;
    }
    inner = inner == 0 && blanks < within.size() ? blanks : inner;
    copy.keep(lines.line().start + std::min(blanks, inner), lines.behind());
    end = lines.behind();
  }
  copy.end_at(end);
  return copy;
}

} // namespace stslint::embedded
