#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stslint {

inline constexpr std::size_t longest_escape = 12;

/// How a text that starts with a secret, in whatever spelling, spells it.
struct Spelled {
  std::size_t length = 0; ///< of the text; 0 if it starts with no such
  std::size_t known = 0;  ///< the bytes of the secret that the text has before it ends
};
Spelled spelled(std::string_view text, std::string_view secret);

/// The bytes that a secret can start with that this text spells.
std::string first_bytes(std::string_view text);

} // namespace stslint
