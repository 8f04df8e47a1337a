#pragma once

#include "../contract/place.hpp"

#include "stslint/lint.hpp"

/// What the engine and the program know of findings beyond what users see.
namespace stslint {

/// Valid until the next lint() or noted().
const Place &place_of(const Linter &linter, const Finding &finding);

/// What somebody else says of a value of the linter's document: the linter can describe it, and lists it nowhere.
Finding noted(Linter &linter, const Rule &rule, const Value &value, std::string_view note);

} // namespace stslint
