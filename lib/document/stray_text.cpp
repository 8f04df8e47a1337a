#include "stray_text.hpp"

#include "../text/invisible.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

/// How many bytes to search for the end of a template block, and for the end of a side of a conflict.
constexpr std::size_t longest_block = 200, longest_side = std::size_t{1} << 14;

std::size_t end_of_line(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

StrayText comment_at(std::string_view text, std::size_t at) {
  const std::string_view start = text.substr(at, 2);
  if (start == "/*") {
    const std::size_t end = text.find("*/", at + 2);
    return {FlawKind::comment, (end == std::string_view::npos ? text.size() : end + 2) - at};
  }
  const bool line = start == "//" || (start.starts_with('#') && start != "##" && start != "#{");
  return {FlawKind::comment, line ? end_of_line(text, at) - at : 0};
}

/// One of the lines that git writes around the sides of a conflict. `=======` includes all of the second side, so that
/// only the first is read.
StrayText conflict_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (at > 0 && text[at - 1] != '\n')
    return {};
  if (rest.starts_with("<<<<<<< ") || rest.starts_with(">>>>>>> "))
    return {FlawKind::merge_conflict, end_of_line(text, at) - at, rest.starts_with('>')};
  if (!rest.starts_with("=======\n") && !rest.starts_with("=======\r") && !rest.starts_with("||||||| "))
    return {};
  const std::size_t other = text.substr(at, longest_side).find(">>>>>>> ");
  const bool ends = other != std::string_view::npos && text[at + other - 1] == '\n';
  return {FlawKind::merge_conflict, ends ? end_of_line(text, at + other) - at : 0, true};
}

bool is_block_word(std::string_view inner) {
  static constexpr std::array<std::string_view, 12> words = {
      "if", "else", "end", "endif", "range", "with", "block", "define", "unless", "include", "elseif", "template"};
  const std::size_t start = inner.find_first_not_of("- \t~");
  inner.remove_prefix(std::min(start, inner.size()));
  if (inner.starts_with('#') || inner.starts_with('/'))
    return true;
  const std::string_view word = inner.substr(0, inner.find_first_of(" \t-~}"));
  return std::ranges::find(words, word) != words.end();
}

/// `{% … %}`, `<% … %>` but not `<%= … %>`, and `{{ … }}` with a keyword, such as `if` or `end`, or a comment.
StrayText block_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, longest_block), start = rest.substr(0, 2);
  const std::string_view end = start == "{%" ? "%}" : start == "<%" ? "%>" : start == "{{" ? "}}" : "";
  if (end.empty() || rest.substr(0, 3) == "<%=")
    return {};
  const std::size_t close = rest.substr(0, rest.find('\n')).find(end, 2);
  const bool is_one = close != std::string_view::npos && (start != "{{" || is_block_word(rest.substr(2, close - 2)));
  return {FlawKind::template_block, is_one ? close + end.size() : 0};
}

/// `\r\n`, written out where a line should end.
StrayText escaped_blank_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end + 1 < text.size() && text[end] == '\\' && std::string_view("rnt").find(text[end + 1]) != std::string::npos)
    end += 2;
  return {FlawKind::escaped_blank, end - at};
}

} // namespace

StrayText stray_text_at(std::string_view text, std::size_t at) {
  if (at >= text.size())
    return {};
  switch (text[at]) {
  case '/':
  case '#':
    return comment_at(text, at);
  case '{':
    return block_at(text, at);
  case '<':
    if (const StrayText block = block_at(text, at); block.length > 0)
      return block;
    [[fallthrough]];
  case '>':
  case '=':
  case '|':
    return conflict_at(text, at);
  case '\\':
    return escaped_blank_at(text, at);
  default:
    return {FlawKind::odd_space, invisible_at(text.substr(at)).bytes.size()};
  }
}

} // namespace stslint
