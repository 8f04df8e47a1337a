#pragma once

#include "stslint/rule.hpp"

#include <span>
#include <string>

namespace stslint {

/// Appends a rule as a JSON object: how `stslint explain --format json` explains it.
void append_rule(std::string &out, const Rule &rule);

/// The same for a list of them.
void append_rules(std::string &out, std::span<const Rule *const> rules);

} // namespace stslint
