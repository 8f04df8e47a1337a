#pragma once

#include <optional>
#include <string_view>

namespace stslint {

/// The fixes of a run before its report.
struct FixFlags {
  bool fix = false;
  bool unsafe_fixes = false; ///< all fixes of `fix`, and more
  bool diff = false;         ///< prints the fixes, instead of applying them
  /// The words before the flag that applies a fix, if the command itself has no such flag; null if no command can.
  std::optional<std::string_view> applied_by = "";

  bool any() const { return fix || unsafe_fixes || diff; }
  /// True if the run tries fixes of this kind.
  bool tries(bool safe) const { return safe ? any() : unsafe_fixes; }
};

} // namespace stslint
