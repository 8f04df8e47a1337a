#pragma once

#include "config_file.hpp"

#include <optional>
#include <vector>

namespace stslint {

/// The severity of each rule for a file, or that it is hidden: `select`, `ignore` and `severity` of the configuration
/// and the command line. The search for findings does not depend on it.
class Severities {
public:
  Severities();
  /// A layer overrides the layers before it.
  void apply(const Layer &layer);
  std::optional<Severity> of(const Rule &rule) const;

private:
  struct Level {
    Severity severity;
    bool shown = true;
  };

  std::vector<Level> levels_; ///< in the order of all_rules()
};

} // namespace stslint
