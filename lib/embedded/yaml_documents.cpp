#include "yaml_documents.hpp"

#include "../lint/detect.hpp"
#include "part.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

namespace stslint::embedded {
namespace {

/// The kinds of templates of Helm and Jinja, the last of which is a comment.
struct TemplateForm {
  std::string_view open, close;
  char letter; ///< what stands for each of its bytes
};
constexpr std::array<TemplateForm, 3> template_forms = {{{"{{", "}}", 'x'}, {"{%", "%}", 'x'}, {"{#", "#}", ' '}}};

/// Whether a line is a template and nothing else, so that another line may stand there, or none.
bool is_template(std::string_view line) {
  const std::string_view text = trimmed(line);
  return std::ranges::any_of(template_forms, [&](const TemplateForm &form) {
    return form.letter != ' ' && text.starts_with(form.open) && text.find(form.close, 2) == text.size() - 2;
  });
}

/// Replaces the templates on a line. Each kind that is not closed any more is not looked for again.
void replace_templates(std::span<char> line) {
  const std::string_view text(line.data(), line.size());
  std::array<bool, template_forms.size()> unclosed{};
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string_view::npos; ++at) {
    const auto form = std::ranges::find_if(
        template_forms, [&](const TemplateForm &each) { return text.substr(at).starts_with(each.open); });
    const auto number = static_cast<std::size_t>(form - template_forms.begin());
    if (form == template_forms.end() || unclosed[number])
      continue;
    const std::size_t close = text.find(form->close, at + 2);
    unclosed[number] = close == std::string_view::npos;
    if (unclosed[number])
      continue;
    std::ranges::fill(line.subspan(at, close + 2 - at), form->letter);
    at = close + 1;
  }
}

/// As libyaml can read it; nothing if nobody can.
std::optional<std::string> readable(std::string_view text) {
  std::string copy(text);
  for (Lines lines(text); lines.next();) {
    if (is_template(lines.text()))
      return std::nullopt;
    replace_templates(std::span(copy).subspan(lines.line().start, lines.text().size()));
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
