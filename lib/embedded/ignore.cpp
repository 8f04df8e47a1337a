#include "part.hpp"

#include <algorithm>
#include <array>

/// The comment before a block that says not to lint it, or not to apply some rules: `<!-- stslint-ignore -->`,
/// `# stslint: ignore unknown-category`.
namespace stslint::embedded {
namespace {

/// How far above a block its comment is looked for: past the lines of the command that holds it.
constexpr int most_lines = 20;

/// The words after the mark; nothing if the line is no such comment.
std::optional<std::string_view> words_of_comment(std::string_view line) {
  static constexpr std::array<std::string_view, 5> comments = {"#", "//", "<!--", "..", "<#"};
  const std::string_view text = trimmed(line);
  if (std::ranges::none_of(comments, [&](std::string_view mark) { return text.starts_with(mark); }))
    return std::nullopt;
  for (const std::string_view mark : {"stslint-ignore", "stslint: ignore"})
    if (const std::size_t at = text.find(mark); at != std::string_view::npos)
      return text.substr(at + mark.size());
  return std::nullopt;
}

std::vector<std::string> rules_in_comment(std::string_view words) {
  const auto in_id = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  std::vector<std::string> rules;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::size_t end = at;
    while (end < words.size() && in_id(words[end]))
      ++end;
    const std::string_view word = words.substr(at, end - at);
    if (word.find_first_not_of('-') != std::string_view::npos)
      rules.emplace_back(word);
    at = end;
  }
  return rules;
}

/// A fence, a delimiter, or a line such as `body: |`.
bool opens(std::string_view line) {
  static constexpr std::array<std::string_view, 6> starts = {"```", "~~~", "----", "....", ".. code", "::"};
  const std::string_view text = line.substr(std::min(line.find_first_not_of(" \t>*+-0123456789."), line.size()));
  const std::string_view whole = trimmed(line);
  return std::ranges::any_of(
             starts, [&](std::string_view start) { return text.starts_with(start) || whole.starts_with(start); }) ||
         whole.ends_with('|') || whole.ends_with('>') || whole.ends_with("|-") || whole.ends_with(">-") ||
         whole.ends_with("::");
}

/// A line that goes on below: of a command, a call or a list of attributes.
bool goes_on(std::string_view line) {
  const std::string_view text = trimmed(line);
  return !text.empty() && (std::string_view("\\(,=:").find(text.back()) != std::string_view::npos ||
                           text.find("<<") != std::string_view::npos || text.starts_with('[') || text.starts_with(':'));
}

} // namespace

std::optional<std::vector<std::string>> ignored_rules(std::string_view file, std::size_t line_start) {
  bool opened = false, blank = false;
  for (int lines = 0; line_start > 0 && lines < most_lines; ++lines) {
    const std::size_t end = line_start - 1, start = end == 0 ? 0 : file.rfind('\n', end - 1) + 1;
    const std::string_view line = file.substr(start, end - start);
    line_start = start;
    if (const auto words = words_of_comment(line))
      return rules_in_comment(*words);
    const bool is_blank = trimmed(line).empty();
    if (is_blank ? !opened || blank : !goes_on(line) && (opened || !opens(line)))
      return std::nullopt;
    opened = opened || (!is_blank && !goes_on(line));
    blank = blank || is_blank;
  }
  return std::nullopt;
}

} // namespace stslint::embedded
