#include "stslint/excerpt.hpp"

#include "../text/scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

/// `text` with `before` inserted before each byte that is in `those`.
std::string with_before(std::string_view text, std::string_view those, char before) {
  std::string out;
  for (const char c : text) {
    if (those.find(c) != std::string_view::npos)
      out += before;
    out += c;
  }
  return out;
}

std::string replaced_all(std::string text, char one, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(one, at)) != std::string::npos; at += by.size())
    text.replace(at, 1, by);
  return text;
}

bool is_json_string(std::string_view text) { return text.size() > 1 && text.starts_with('"') && text.ends_with('"'); }
std::string_view between_quotes(std::string_view string) { return string.substr(1, string.size() - 2); }

/// Words that mean the same in every language of a host, even without quotes: no number, and nothing like `yes`.
bool is_simple(std::string_view words) {
  static constexpr std::array<std::string_view, 9> literals = {"true", "false", "yes", "no", "on",
                                                               "off",  "null",  "y",   "n"};
  const auto fits = [](char c) { return scan::is_letter(c) || scan::is_digit(c) || c == '_' || c == ' '; };
  return !words.empty() && scan::is_letter(words.front()) && words.back() != ' ' && std::ranges::all_of(words, fits) &&
         std::ranges::none_of(literals, [&](std::string_view literal) { return same_word(words, literal); });
}

std::optional<std::string> quoted(std::string text, Quoting quoting) {
  switch (quoting) {
  case Quoting::single:
    return replaced_all(std::move(text), '\'', R"('\'')");
  case Quoting::expanded:
    return with_before(text, "\\\"$`", '\\');
  case Quoting::expanded_lines:
    return with_before(text, "\\$`", '\\');
  case Quoting::doubled_single:
    return replaced_all(std::move(text), '\'', "''");
  case Quoting::doubled:
    return replaced_all(std::move(text), '"', "\"\"");
  case Quoting::backtick:
    return with_before(text, "\"$`", '`');
  case Quoting::escaped:
    text = json_string(text);
    return text.substr(1, text.size() - 2);
  case Quoting::escaped_single:
    return replaced_all(with_before(text, "\\'", '\\'), '\n', "\\n");
  case Quoting::escaped_quote:
    return with_before(text, "\\'", '\\');
  case Quoting::escaped_lines:
    return text.find('`') == std::string::npos ? std::optional(with_before(text, "\\", '\\')) : std::nullopt;
  case Quoting::entities:
    return replaced_all(replaced_all(replaced_all(std::move(text), '&', "&amp;"), '<', "&lt;"), '>', "&gt;");
  case Quoting::raw:
    return text.find('`') == std::string::npos ? std::optional(std::move(text)) : std::nullopt;
  }
  return std::nullopt;
}

} // namespace

/// What the host writes at the start of each line of the text, such as the indentation of a list: taken from the line
/// of `at`, or from the next one if that line is the first. No value if the line breaks of the text are not line breaks
/// of the host.
std::optional<std::string_view> Excerpt::start_of_line(std::size_t at, std::string_view host) const {
  std::size_t line_break = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  if (line_break == std::string::npos)
    line_break = text.find('\n', at);
  if (line_break == std::string::npos || host[origins[line_break]] != '\n')
    return std::nullopt;
  const std::uint32_t start = origins[line_break] + 1;
  return host.substr(start, origins[line_break + 1] - start);
}

/// An edit that exchanges a string for simple words, as an edit of what stands between the quotes: whatever quotes the
/// host has, or none, they stay.
Edit Excerpt::within_quotes(const Edit &edit, std::string_view host) const {
  const std::string_view old = std::string_view(text).substr(edit.offset, edit.length);
  if (!is_json_string(old) || !is_json_string(edit.text) || !is_simple(between_quotes(edit.text)))
    return edit;
  const std::string_view words = between_quotes(old);
  if (host.substr(origins[edit.offset + 1], words.size()) != words ||
      origins[edit.offset + 1] + words.size() != origins[edit.offset + 1 + words.size()])
    return edit;
  return {edit.offset + 1, edit.length - 2, std::string(between_quotes(edit.text))};
}

std::optional<Edit> Excerpt::in_host(const Edit &whole, std::string_view host) const {
  if (whole.offset + whole.length >= origins.size())
    return std::nullopt;
  const Edit edit = within_quotes(whole, host);
  const std::size_t end = edit.offset + edit.length;
  std::optional<std::string> now = edit.text;
  for (const Quoting each : quoting)
    now = now ? quoted(*std::move(now), each) : now;
  if (!now)
    return std::nullopt;
  if (now->find('\n') != std::string::npos) {
    const auto start = start_of_line(edit.offset, host);
    if (!start)
      return std::nullopt;
    now = replaced_all(*std::move(now), '\n', '\n' + std::string(*start));
  }
  const std::uint32_t from = origins[edit.offset];
  return Edit{from, origins[end] - from, *std::move(now)};
}

} // namespace stslint
