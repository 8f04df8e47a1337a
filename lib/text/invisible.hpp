#pragma once

#include <cstddef>
#include <string_view>

namespace stslint {

/// A character that people do not see, or take for a blank, and that JSON does not allow between values.
struct Invisible {
  std::string_view bytes, name; ///< `U+200B ZERO WIDTH SPACE`
};

/// The invisible character that `text` starts with; empty if there is none.
Invisible invisible_at(std::string_view text);

} // namespace stslint
