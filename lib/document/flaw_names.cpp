#include "stslint/document.hpp"

#include <array>

namespace stslint {

std::string_view name(FlawKind kind) {
  static constexpr std::array<std::string_view, flaw_kinds> names = {
      "empty-text",         "not-json",        "truncated",
      "text-after-end",     "bare-member",     "comment",
      "trailing-comma",     "extra-comma",     "missing-comma",
      "missing-colon",      "missing-key",     "missing-value",
      "wrong-bracket",      "stray-bracket",   "early-bracket",
      "key-in-list",        "stray-text",      "placeholder",
      "unquoted-text",      "unquoted-key",    "single-quotes",
      "typographic-quotes", "prefixed-string", "bad-literal",
      "bad-number",         "odd-space",       "escaped-blank",
      "template-block",     "merge-conflict",  "unclosed-string",
      "control-character",  "bad-escape",      "slip",
      "byte-order-mark",    "compressed",      "utf16",
      "not-utf8",           "lone-surrogate",  "duplicate-key",
      "imprecise-number",   "too-deep"};
  return names[static_cast<std::size_t>(kind)];
}

} // namespace stslint
