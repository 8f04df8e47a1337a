#include "token.hpp"

#include "../document/stray_text.hpp"
#include "../text/invisible.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

std::size_t past_blanks(std::string_view text, std::size_t at) {
  for (;;) {
    at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    const std::size_t length = stray_text_at(text, at).length;
    if (length == 0)
      return at;
    at += length;
  }
}

Token string_at(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t end = at + 1; end < text.size() && text[end] != '\n'; ++end)
    if (text[end] == quote)
      return {at, end + 1 - at, TokenKind::string};
    else if (text[end] == '\\')
      end += end + 1 < text.size() && text[end + 1] != '\n' ? 1 : 0;
  std::size_t end = std::min(text.find('\n', at), text.size());
  end -= end > at && text[end - 1] == '\r' ? 1 : 0;
  return {at, end - at, TokenKind::open_string};
}

} // namespace

Token next_token(std::string_view text, std::size_t at) {
  at = past_blanks(text, at);
  if (at == text.size())
    return {at, 0, TokenKind::end};
  if (const std::size_t placeholder = placeholder_length(text.substr(at, 1000)))
    return {at, placeholder, TokenKind::word};
  static constexpr std::string_view marks = "{[}],:";
  if (const std::size_t mark = marks.find(text[at]); mark != std::string_view::npos)
    return {at, 1, static_cast<TokenKind>(mark)};
  const bool prefixed = std::string_view("ubrUBR").find(text[at]) != std::string_view::npos && at + 1 < text.size() &&
                        (text[at + 1] == '"' || text[at + 1] == '\'');
  if (text[at] == '"' || text[at] == '\'' || prefixed)
    return string_at(text, at + (prefixed ? 1 : 0));
  std::size_t end = at + 1; // a token is never empty
  while (end < text.size() && std::string_view(" \t\r\n{[}],:\"\\").find(text[end]) == std::string_view::npos &&
         invisible_at(text.substr(end)).bytes.empty())
    ++end;
  return {at, end - at, TokenKind::word};
}

} // namespace stslint
