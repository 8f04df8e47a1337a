#pragma once

#include "stslint/document.hpp"

namespace stslint {

/// Text between two tokens that is not a blank of JSON, such as a comment or the marks of a merge conflict.
struct StrayText {
  FlawKind kind = FlawKind::comment; ///< the flaw that it is reported as
  std::size_t length = 0;            ///< 0: there is no such text
  bool reported = false;             ///< it is reported together with what came before it
};

/// The stray text that starts at `at`. Linear in its length; the end of a side of a merge conflict is not looked for
/// beyond 16 KiB.
StrayText stray_text_at(std::string_view text, std::size_t at);

} // namespace stslint
