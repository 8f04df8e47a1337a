#pragma once

#include <cstddef>
#include <string_view>

namespace stslint {

/// How a text that starts with a secret, in whatever spelling, spells it.
struct Spelled {
  std::size_t length = 0; ///< of the text; 0 if it starts with no such
  std::size_t known = 0;  ///< the bytes of the secret that the text has before it ends
};
Spelled spelled(std::string_view text, std::string_view secret);

/// Whether a text that starts with `c` can start with a secret that starts with `first`.
bool may_spell(char c, char first);

} // namespace stslint
