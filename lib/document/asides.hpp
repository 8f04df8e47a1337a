#pragma once

#include "stslint/document.hpp"

namespace stslint {

/// What stands between two tokens and is neither one nor a blank of JSON.
struct Aside {
  FlawKind kind = FlawKind::comment; ///< how it is told
  std::size_t length = 0;            ///< 0: nothing of the kind stands there
  bool told = false;                 ///< with what came before it
};

/// The one that starts at `at`. Linear in its length; the end of a side of a merge conflict is not looked for beyond
/// 16 KiB.
Aside aside_at(std::string_view text, std::size_t at);

} // namespace stslint
