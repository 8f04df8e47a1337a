#include "part.hpp"

namespace stslint::embedded {
namespace {

/// ----, .... or ```, which begin a block and end it.
bool is_delimiter(std::string_view line) {
  const std::string_view marks = line.substr(0, line.find_last_not_of(" \t") + 1);
  if (marks.starts_with("```"))
    return true;
  return marks.size() >= 4 && (marks[0] == '-' || marks[0] == '.') &&
         marks.find_first_not_of(marks[0]) == std::string_view::npos;
}

/// [source,json,subs=…], [,json]
std::string_view language_of_attributes(std::string_view attributes) {
  const std::size_t comma = attributes.find(',');
  if (!attributes.starts_with('[') || comma == std::string_view::npos)
    return {};
  const std::string_view rest = attributes.substr(comma + 1);
  return trimmed(rest.substr(0, rest.find_first_of(",]")));
}

/// Where a line ends without the numbers of its callouts, such as <1>, which may stand after a comment's mark.
std::size_t end_without_callouts(std::string_view line) {
  for (;;) {
    const std::size_t end = line.find_last_not_of(" \t") + 1, open = line.substr(0, end).rfind('<');
    const bool callout =
        open != std::string_view::npos && end - open > 2 && line[end - 1] == '>' &&
        line.substr(open + 1, end - open - 2).find_first_not_of("0123456789.") == std::string_view::npos;
    if (!callout)
      return line.size();
    line = line.substr(0, open);
  }
}

} // namespace

void scan_asciidoc(std::string_view text, const Use &use) {
  std::string_view language, heading;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.text();
    if (line.starts_with("[")) {
      language = language_of_attributes(line);
      continue;
    }
    if (const std::size_t marks = std::min(line.find_first_not_of('='), line.size());
        marks > 0 && marks < line.size() && line[marks] == ' ')
      heading = trimmed(line.substr(marks));
    if (!is_delimiter(line)) {
      const bool title = line.starts_with('.') || line.starts_with("//"); // of a block, and comments
      language = title ? language : std::string_view();
      continue;
    }
    const std::string_view open = trimmed(line);
    if (open.starts_with("```"))
      language = open.substr(3);
    const std::string_view close = open.starts_with("```") ? open.substr(0, 3) : open;
    Copy copy(text);
    std::size_t end = lines.behind();
    while (lines.next() && trimmed(lines.text()) != close) {
      const std::size_t start = lines.line().start;
      copy.keep(start, start + end_without_callouts(lines.text()));
      copy.keep(lines.line().end, lines.behind());
      end = lines.behind();
    }
    copy.end_at(end);
    use({std::move(copy), {}, std::exchange(language, {}), heading, true});
  }
}

} // namespace stslint::embedded
