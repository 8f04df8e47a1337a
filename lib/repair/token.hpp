#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stslint {

enum class TokenKind : std::uint8_t {
  open_object,
  open_list,
  close_object,
  close_list,
  comma,
  colon,
  string,
  open_string, ///< a string without a closing quote on its line
  word,        ///< a number, a literal, a placeholder, or text without quotes
  end,         ///< of the text
};
constexpr bool is_punctuation(TokenKind kind) { return kind <= TokenKind::colon; }

/// A token of JSON, also where the JSON is broken.
struct Token {
  std::size_t offset = 0, length = 0;
  TokenKind kind = TokenKind::end;

  std::size_t end() const { return offset + length; }
};

/// The first token at or after `at`. Blanks, comments and invisible characters are not tokens. Linear in what it
/// passes.
Token next_token(std::string_view text, std::size_t at);

} // namespace stslint
