#include "part.hpp"

#include <algorithm>
#include <initializer_list>

/// Files of requests, as editors send them: `POST URL`, headers, a blank line, the body; `###` between requests. An
/// answer may follow: `HTTP/1.1 200 OK`, headers, a blank line, the body.
namespace stslint::embedded {
namespace {

bool starts_with_one_of(std::string_view line, std::initializer_list<std::string_view> starts) {
  return std::ranges::any_of(starts, [&](std::string_view start) { return line.starts_with(start); });
}

bool begins_message(std::string_view line) {
  return starts_with_one_of(line, {"POST ", "PUT ", "PATCH ", "GET ", "DELETE ", "HTTP/"});
}

/// What editors do with an answer: `> handler.js`, `> {% … %}`, `>> file`, `<> file`.
bool handles_answer(std::string_view line) { return starts_with_one_of(line, {"> ", ">>", "<> "}); }

} // namespace

bool is_request(std::string_view text) { return begins_message(text.substr(past_blanks(text, 0))); }

void scan_http(std::string_view text, const Use &use) {
  std::string_view title;
  bool head = false;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.text();
    if (line.starts_with("###")) {
      title = trimmed(line.substr(3));
      head = false;
    } else if (begins_message(line))
      head = true;
    if (!head || !trimmed(line).empty())
      continue;
    head = false;
    Copy copy(text);
    std::size_t end = lines.behind();
    while (lines.next() && !lines.text().starts_with("###") && !begins_message(lines.text()) &&
           !handles_answer(lines.text())) {
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
