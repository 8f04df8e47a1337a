#include "yaml_documents.hpp"

#include "../lint/detect.hpp"
#include "part.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace stslint::embedded {
namespace {

/// The length of the template that a text begins with, on one line: `{{ … }}` or `{% … %}` of Helm and Jinja; 0 if
/// none.
std::size_t template_length(std::string_view text) {
  for (const auto &[open, close] : {std::pair("{{", "}}"), {"{%", "%}"}, {"{#", "#}"}})
    if (text.starts_with(open)) {
      const std::size_t end = text.substr(0, text.find('\n')).find(close, 2);
      return end == std::string_view::npos ? 0 : end + 2;
    }
  return 0;
}

/// Whether a line is a template and nothing else, so that another line may stand there, or none.
bool is_template(std::string_view line) {
  const std::string_view text = trimmed(line);
  return !text.starts_with("{#") && !text.empty() && template_length(text) == text.size();
}

/// As libyaml can read it; nothing if nobody can.
std::optional<std::string> readable(std::string_view text) {
  for (Lines lines(text); lines.next();)
    if (is_template(lines.text()))
      return std::nullopt;
  std::string copy(text);
  std::array<std::size_t, 3> unclosed{}; // by kind: where the line ends on which none is closed any more
  for (std::size_t at = 0; (at = copy.find('{', at)) != std::string::npos; ++at) {
    const std::size_t kind = at + 1 < text.size() ? std::string_view("{%#").find(text[at + 1]) : std::string_view::npos;
    if (kind == std::string_view::npos || at < unclosed[kind])
      continue;
    const std::size_t length = template_length(text.substr(at));
    if (length == 0) {
      unclosed[kind] = std::min(text.find('\n', at), text.size());
      continue;
    }
    std::fill_n(copy.begin() + static_cast<std::ptrdiff_t>(at), length, text[at + 1] == '#' ? ' ' : 'x');
    at += length - 1;
  }
  for (std::size_t at = 0; const auto invalid = invalid_utf8(std::string_view(copy).substr(at));) {
    at += *invalid;
    copy[at] = '?';
  }
  return copy;
}

bool begins_document(std::string_view line) {
  return line.starts_with("---") && (line.size() == 3 || line[3] == ' ' || line[3] == '\t');
}

} // namespace

void for_each_yaml_document(std::string_view file, const std::function<void(const YamlDocument &)> &use) {
  if (!may_name_payload(file))
    return;
  const auto take = [&](std::size_t start, std::size_t end) {
    const std::string_view text = file.substr(start, end - start);
    if (!may_name_payload(text))
      return;
    if (const auto copy = readable(text))
      use({start, text, *copy});
  };
  std::size_t start = 0;
  for (Lines lines(file); lines.next();)
    if (begins_document(lines.text())) {
      take(start, lines.line().start);
      start = lines.line().start;
    }
  take(start, file.size());
}

} // namespace stslint::embedded
