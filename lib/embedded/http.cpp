#include "part.hpp"

#include <array>

/// Files of requests, as editors send them: `POST URL`, headers, a blank line, the body; `###` between requests.
namespace stslint::embedded {
namespace {

bool is_request_line(std::string_view line) {
  static constexpr std::array<std::string_view, 5> methods = {"POST ", "PUT ", "PATCH ", "GET ", "DELETE "};
  return std::ranges::any_of(methods, [&](std::string_view method) { return line.starts_with(method); });
}

} // namespace

void scan_http(std::string_view text, const Use &use) {
  std::string_view title;
  bool head = false;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.text();
    if (line.starts_with("###")) {
      title = trimmed(line.substr(3));
      head = false;
    } else if (is_request_line(line))
      head = true;
    if (!head || !trimmed(line).empty())
      continue;
    head = false;
    Copy copy(text);
    std::size_t end = lines.behind();
    while (lines.next() && !lines.text().starts_with("###") && !is_request_line(lines.text())) {
      copy.keep(lines.line().start, lines.behind());
      end = lines.behind();
    }
    if (lines.line().start >= end)
      lines.go_to(lines.line().start);
    copy.end_at(end);
    use({std::move(copy), {}, "", title});
  }
}

} // namespace stslint::embedded
