#include "part.hpp"

#include "../text/scan.hpp"

namespace stslint::embedded {
namespace {

/// The blanks and the marks of quotations that a line begins with.
std::size_t prefix_length(std::string_view line) { return past<' ', '\t', '>'>(line); }

/// The same, and the mark of an item of a list: `* `, `1. `.
std::size_t prefix_with_item(std::string_view line) {
  const std::size_t start = prefix_length(line);
  std::size_t digits = start;
  while (digits < line.size() && scan::is_digit(line[digits]))
    ++digits;
  const bool number = digits > start && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  const bool bullet =
      digits == start && start < line.size() && (line[start] == '*' || line[start] == '+' || line[start] == '-');
  const std::size_t behind = digits + 1;
  const bool item = (number || bullet) && behind < line.size() && line[behind] == ' ';
  return item ? behind + prefix_length(line.substr(behind)) : start;
}

/// A line of three or more of ` or ~, and what stands after them.
struct Fence {
  char mark = '\0';
  std::size_t length = 0, prefix = 0;
  std::string_view info;

  explicit Fence(std::string_view line) : prefix(prefix_with_item(line)) {
    const std::string_view rest = line.substr(prefix);
    if (rest.empty() || (rest[0] != '`' && rest[0] != '~'))
      return;
    const std::size_t marks = std::min(rest.find_first_not_of(rest[0]), rest.size());
    info = trimmed(rest.substr(marks));
    // A line such as ```code``` is text.
    if (marks >= 3 && (rest[0] == '~' || info.find('`') == std::string_view::npos)) {
      mark = rest[0];
      length = marks;
    }
  }
  bool closes(const Fence &open) const { return mark == open.mark && length >= open.length && info.empty(); }
};

/// ```json title="x"```, {.json}, {code-block} json
std::string_view language_of_fence(std::string_view info) {
  const std::size_t start = std::min(info.find_first_not_of("{. "), info.size());
  return info.substr(start, info.find_first_of(" ,{}:", start) - start);
}

std::string_view heading_of(std::string_view line) {
  const std::size_t marks = past<'#'>(line);
  const bool heading = marks > 0 && marks < 7 && marks < line.size() && line[marks] == ' ';
  return heading ? trimmed(line.substr(marks)) : std::string_view();
}

bool is_preformatted(std::string_view line) {
  return line.starts_with('<') && (line.starts_with("<pre>") || line.starts_with("<pre "));
}

class Scanner {
public:
  Scanner(std::string_view text, const Use &use) : text_(text), lines_(text), use_(use) {}

  void run() {
    while (lines_.next()) {
      const std::string_view line = lines_.text();
      const std::size_t blanks = indentation(line);
      const bool blank = blanks == line.size();
      if (!blank && scan::is_letter(line[0])) // most lines
        ;
      else if (const Fence fence(line); fence.length > 0)
        fenced(fence);
      else if (closed_ && is_preformatted(line.substr(blanks)))
        preformatted();
      else if (!blank && after_blank_ && (blanks >= 4 || line[0] == '\t'))
        indented();
      else if (const std::string_view heading = heading_of(line); !heading.empty())
        heading_ = heading;
      after_blank_ = blank;
    }
  }

private:
  void fenced(const Fence &open) {
    Copy copy(text_);
    std::size_t end = lines_.behind();
    while (lines_.next()) {
      const std::string_view line = lines_.text();
      const std::size_t prefix = prefix_length(line);
      if (line.substr(prefix).starts_with(open.mark) && Fence(line).closes(open))
        break;
      copy.keep(lines_.line().start + std::min(open.prefix, prefix), lines_.behind());
      end = lines_.behind();
    }
    copy.end_at(end);
    emit(std::move(copy), language_of_fence(open.info));
  }

  /// Lines that begin with four blanks or a tab, up to the next that does not.
  void indented() {
    Copy copy(text_);
    std::size_t end = 0;
    for (bool more = true; more; more = lines_.next()) {
      const std::string_view line = lines_.text();
      const std::size_t blanks = indentation(line);
      if (blanks < line.size() && blanks < 4 && line[0] != '\t') {
        lines_.go_to(lines_.line().start);
        break;
      }
      copy.keep(lines_.line().start + std::min<std::size_t>(blanks, line.starts_with('\t') ? 1 : 4), lines_.behind());
      end = lines_.behind();
    }
    copy.end_at(end);
    emit(std::move(copy), "");
  }

  void preformatted() {
    std::optional<Preformatted> found = preformatted_at(text_, lines_.line().start);
    closed_ = found.has_value();
    if (!closed_)
      return;
    while (lines_.behind() <= found->end && lines_.next())
      ;
    use_({std::move(found->copy), Quoting::entities, "", heading_, true});
  }

  void emit(Copy &&copy, std::string_view language) { use_({std::move(copy), {}, language, heading_, true}); }

  std::string_view text_;
  Lines lines_;
  const Use &use_;
  std::string_view heading_;
  bool after_blank_ = true;
  bool closed_ = true; ///< all elements before: else all would be searched to the end again
};

} // namespace

void scan_markdown(std::string_view text, const Use &use) { Scanner(text, use).run(); }

} // namespace stslint::embedded
