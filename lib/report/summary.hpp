#pragma once

#include "stslint/lint.hpp"

#include <cstddef>
#include <string_view>

namespace stslint {

/// The totals of a run. `errors`, `warnings` and `infos` count all findings, shown or not; `fixed` ones are not
/// in them. `unjudged` are paths that do not exist, and inputs that could not be read or exceeded a limit.
struct Summary {
  std::size_t inputs = 0, payloads = 0, events = 0, errors = 0, warnings = 0, infos = 0, skipped = 0, unjudged = 0;
  std::size_t fixed = 0, suppressed = 0;
  std::size_t parts = 0;          ///< inputs that are parts of a payload, by their keys
  std::size_t continued = 0;      ///< inputs that are later parts of a file, which `stslint merge` counts once
  std::string_view part = "";     ///< the form of the last of them
  std::string_view noun = "file"; ///< the word for an input

  /// Counts a payload that `linter` has just linted as `form`.
  void count(const Linter &linter, std::string_view form);
  /// Counts a finding.
  void count(Severity severity);
};

} // namespace stslint
