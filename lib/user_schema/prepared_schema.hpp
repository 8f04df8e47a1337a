#pragma once

#include "budget.hpp"
#include "pattern.hpp"

#include <nlohmann/json.hpp>

namespace stslint::user_schema {

/// What a schema consists of, as far as its judgements need it.
struct PreparedSchema {
  Patterns patterns; ///< by their texts
  Costly costly;
};

/// Throws Error for patterns that are none, references to another document, those that lead round in a circle without
/// consuming any of the text, and numbers that multipleOf cannot be; makes all of those fractions, as valijson divides
/// by whole ones what it has cut to whole ones before.
PreparedSchema prepare_schema(nlohmann::json &schema);

} // namespace stslint::user_schema
