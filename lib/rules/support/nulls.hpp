#pragma once

#include "faults.hpp"

/// The shared part of the rules about null in a field that the sender can leave out instead.
namespace stslint {

inline bool is_null(const Place &place) { return place.value.is(Kind::null); }

inline Words null_words(const Place &place, const std::string &expected, const std::string &nothing) {
  return {std::string(place.subject) + " is null, but " + expected + " is expected; leave it out if there " + nothing,
          "", place.parent.is(Kind::object) ? removed(place) : Edits{}, true};
}

inline Edits null_fault(const Place &place, Decisions &) { return replaced(place.value, "null"); }

} // namespace stslint
