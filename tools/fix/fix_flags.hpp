#pragma once

namespace stslint {

/// What a run mends before it reports.
struct FixFlags {
  bool fix = false;
  bool unsafe_fixes = false; ///< all that `fix` does, and more
  bool diff = false;         ///< shows what it would do, instead of doing it

  bool any() const { return fix || unsafe_fixes || diff; }
  /// Whether it tries fixes of that kind.
  bool tries(bool safe) const { return safe ? any() : unsafe_fixes; }
};

} // namespace stslint
