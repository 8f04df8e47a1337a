#pragma once

#include "config_file.hpp"

#include <optional>
#include <vector>

namespace stslint {

/// How severe each rule is for a file, or that it is not shown: `select`, `ignore` and `severity` of the configuration
/// and the command line. What is found does not depend on it.
class Severities {
public:
  Severities();
  /// What a layer says beats what was said before.
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
