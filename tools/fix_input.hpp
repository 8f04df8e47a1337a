#pragma once

#include "stslint/fix.hpp"

#include <string_view>

namespace stslint {

struct Console;
struct Input;

/// What a run mends before it reports.
struct FixFlags {
  bool fix = false;
  bool unsafe_fixes = false; ///< all that `fix` does, and more
  bool diff = false;         ///< shows what it would do, instead of doing it

  bool any() const { return fix || unsafe_fixes || diff; }
  /// Whether it tries fixes of that kind.
  bool tries(bool safe) const { return safe ? any() : unsafe_fixes; }
};

/// The fixes of all records of an input; their edits count in its bytes.
Fixes fixes_of(Linter &linter, const Input &input, std::string_view bytes, std::string_view form,
               const FixOptions &options);

/// Writes what edits would change as a unified diff. What goes to a program is exact; what goes to a terminal can do no
/// harm to it, and shows no secrets.
void write_diff(Console &console, const Input &input, std::string_view bytes, const Edits &edits);

} // namespace stslint
