#include "part.hpp"

namespace stslint::embedded {
namespace {

/// `.. code-block:: json`, `.. code:: json`, `.. sourcecode:: json`, or a line that ends with `::`.
bool opens_block(std::string_view line, std::string_view &language) {
  const std::string_view text = without_blanks_around(line);
  for (const std::string_view directive : {".. code-block::", ".. code::", ".. sourcecode::"})
    if (text.starts_with(directive)) {
      language = without_blanks_around(text.substr(directive.size()));
      return true;
    }
  language = {};
  return text.ends_with("::") && !text.starts_with(".. ");
}

/// A line of one punctuation mark again and again, below a heading.
bool is_underline(std::string_view line) {
  const std::string_view marks = without_blanks_around(line);
  return marks.size() >= 3 && std::string_view("=-~^\"'#*+`").find(marks[0]) != std::string_view::npos &&
         marks.find_first_not_of(marks[0]) == std::string_view::npos;
}

} // namespace

void scan_restructured_text(std::string_view text, const Use &use) {
  std::string_view heading, before, language;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.text();
    if (is_underline(line) && !without_blanks_around(before).empty())
      heading = without_blanks_around(before);
    before = line;
    if (!opens_block(line, language))
      continue;
    const std::size_t outer = indentation(line);
    std::size_t inner = 0, end = lines.behind(); // of the block, once its first line is known
    bool options = true;                         // such as :linenos:, up to the first blank line
    Copy copy(text);
    while (lines.next()) {
      const std::string_view within = lines.text();
      const std::size_t blanks = indentation(within);
      if (blanks < within.size() && blanks <= outer) {
        lines.go_to(lines.line().start);
        break;
      }
      if (blanks == within.size())
        options = false;
      if (options)
        continue;
      inner = inner == 0 && blanks < within.size() ? blanks : inner;
      copy.keep(lines.line().start + std::min(blanks, inner), lines.behind());
      end = lines.behind();
    }
    copy.end_at(end);
    use({std::move(copy), {}, language, heading, true});
  }
}

} // namespace stslint::embedded
