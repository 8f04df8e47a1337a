#include "part.hpp"

namespace stslint::embedded {
namespace {

/// `.. code-block:: json`, `.. code:: json`, `.. sourcecode:: json`, or a line that ends with `::`.
bool opens_block(std::string_view line, std::string_view &language) {
  const std::string_view text = trimmed(line);
  for (const std::string_view directive : {".. code-block::", ".. code::", ".. sourcecode::"})
    if (text.starts_with(directive)) {
      language = trimmed(text.substr(directive.size()));
      return true;
    }
  language = {};
  return text.ends_with("::") && !text.starts_with(".. ");
}

/// A line of one punctuation mark again and again, below a heading.
bool is_underline(std::string_view line) {
  const std::string_view marks = trimmed(line);
  return marks.size() >= 3 && std::string_view("=-~^\"'#*+`").find(marks[0]) != std::string_view::npos &&
         marks.find_first_not_of(marks[0]) == std::string_view::npos;
}

/// Options such as :linenos: stand up to the first blank line.
void skip_options(Lines &lines, std::size_t outer) {
  while (lines.next()) {
    const std::size_t blanks = indentation(lines.text());
    if (blanks == lines.text().size() || blanks <= outer)
      return lines.go_to(lines.line().start);
  }
}

} // namespace

void scan_restructured_text(std::string_view text, const Use &use) {
  std::string_view heading, before, language;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.text();
    if (is_underline(line) && !trimmed(before).empty())
      heading = trimmed(before);
    before = line;
    if (!opens_block(line, language))
      continue;
    const std::size_t outer = indentation(line);
    skip_options(lines, outer);
    use({indented_below(text, lines, outer), {}, language, heading, true});
  }
}

} // namespace stslint::embedded
