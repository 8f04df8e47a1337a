#include "layout.hpp"

#include "token.hpp"

#include <optional>
#include <vector>

namespace stslint {
namespace {

struct OpenBracket {
  std::size_t indentation;                ///< of its line
  std::optional<std::size_t> of_children; ///< of the first line within
};

} // namespace

std::size_t crooked_lines(std::string_view text) {
  std::vector<OpenBracket> open{{0, std::nullopt}};
  std::size_t crooked = 0, line_start = 0, indentation = 0;
  Token token;
  for (std::size_t end = 0;; end = token.end()) {
    token = next_token(text, end);
    if (token.kind == TokenKind::end)
      return crooked;
    const bool closes = token.kind == TokenKind::close_object || token.kind == TokenKind::close_list;
    const std::size_t line = text.substr(end, token.offset - end).rfind('\n');
    if (line != std::string_view::npos) {
      line_start = end + line + 1;
      indentation = token.offset - line_start;
      OpenBracket &innermost = open.back();
      if (closes)
        crooked += indentation != innermost.indentation ? 1 : 0;
      else if (is_punctuation(token.kind) && token.kind != TokenKind::open_object && token.kind != TokenKind::open_list)
        ;
      else if (!innermost.of_children) {
        innermost.of_children = indentation;
        crooked += open.size() > 1 && indentation <= innermost.indentation ? 1 : 0;
      } else
        crooked += indentation != *innermost.of_children ? 1 : 0;
    }
    if (closes && open.size() > 1)
      open.pop_back();
    if (token.kind == TokenKind::open_object || token.kind == TokenKind::open_list)
      open.push_back({indentation, std::nullopt});
  }
}

} // namespace stslint
