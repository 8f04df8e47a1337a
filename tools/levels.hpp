#pragma once

#include "stslint/rule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stslint {

/// How severe each rule is for this run, or that it is not shown: `--select`, `--ignore`, `--severity`. What is found
/// does not depend on it.
class Levels {
public:
  Levels(const std::vector<std::string> &select, const std::vector<std::string> &ignore,
         const std::vector<std::string> &severity);
  std::optional<Severity> of(const Rule &rule) const;

private:
  std::vector<std::optional<Severity>> levels_;
};

} // namespace stslint
