#pragma once

#include "stslint/lint.hpp"

#include <functional>

/// Repairs what a machine can repair:
///
///     stslint::Linter linter;
///     const stslint::Fixes fixes = stslint::fixes(linter, bytes);
///     const std::string better = stslint::edited(bytes, fixes.edits);
///
/// Edits replace bytes where they stand: formatting, the order of keys, line ends and the spelling of numbers stay.
namespace stslint {

struct FixOptions {
  bool unsafe = false; ///< also what may change what the payload means
  /// Whether a finding is to be fixed; if empty, all are.
  std::function<bool(const Finding &)> wanted = {};
};

struct Fixes {
  Edits edits;           ///< of the text handed in: in order, apart from each other
  std::size_t count = 0; ///< how many findings they fix
};

/// Applies the fixes of findings and lints again, until nothing is left to fix: where two overlap, the first wins, and
/// the other is looked at anew. An edit is left out if it would make the text worse: if it would bring an error that
/// was not there. Errors that broken JSON had hidden do not count as new. Fixing the outcome
/// again changes nothing; a text that does not settle in 50 rounds stays as it is. `bytes` and `form` are those of
/// Linter::lint; what the linter holds afterwards is of no use.
Fixes fixes(Linter &linter, std::string_view bytes, std::string_view form = "auto", const FixOptions &options = {});

} // namespace stslint
