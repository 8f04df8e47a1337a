#pragma once

#include "faults.hpp"

/// What the rules about items that stand twice in a list have in common.
namespace stslint {

inline bool stands_before(const Place &place) {
  return !place.siblings->earlier(place.value, place.parent, itself).absent();
}

inline Edits twice(const Place &place, Choices &) {
  if (!place.parent.is(Kind::array))
    return {};
  return {{place.value.offset(), 0, std::string(place.value.raw()) + ", "}};
}

} // namespace stslint
