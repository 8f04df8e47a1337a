#pragma once

#include "stslint/contract.hpp"

/// What both walks make of what is expected.
namespace stslint {

/// Of a value of that shape which has no name; without a shape, of anything.
inline const Property *unnamed(const Tables &tables, const Shape *shape) {
  return (shape == nullptr ? tables.anything : shape)->unnamed;
}

/// Tells a place what is expected there: rules know a property by its name only.
inline void expect_at(Place &place, const Property &expected) {
  place.member = expected.name;
  place.property = expected.name.empty() ? nullptr : &expected;
  place.shape = expected.shape;
}

} // namespace stslint
