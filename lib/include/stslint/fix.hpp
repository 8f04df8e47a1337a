#pragma once

#include "stslint/lint.hpp"

#include <functional>

/// Fixes the mistakes that have one clear correction:
///
///     stslint::Linter linter;
///     const stslint::Fixes fixes = stslint::fixes(linter, bytes);
///     const std::string better = stslint::edited(bytes, fixes.edits);
///
/// Edits change only the bytes of the mistakes: formatting, the order of keys, line ends and the spelling of numbers
/// stay.
namespace stslint {

struct FixOptions {
  bool unsafe = false; ///< also the fixes that may change the meaning of the payload
  /// Whether a finding is to be fixed; if empty, all are.
  std::function<bool(const Finding &)> wanted = {};
};

struct Fixes {
  Edits edits;           ///< of the original text, in order and without overlaps
  std::size_t count = 0; ///< the number of findings that they fix
};

/// Applies the fixes of all findings and lints again, until no fix is left. If two fixes overlap, the first is applied;
/// the second is tried in the next round. A fix is left out if it would cause a new error; errors that broken JSON had
/// hidden are not new. Fixing the result again changes nothing. If fixes remain after 50 rounds, the text stays as it
/// is. `bytes` and `form` are those of Linter::lint. Afterwards, the findings of `linter` are not those of `bytes`.
Fixes fixes(Linter &linter, std::string_view bytes, std::string_view form = "auto", const FixOptions &options = {});

} // namespace stslint
