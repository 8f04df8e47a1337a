#pragma once

#include "faults.hpp"

/// What the rules about members that are null, where leaving them out says the same, have in common.
namespace stslint {

inline bool is_null(const Place &place) { return place.value.is(Kind::null); }

inline Words null_words(const Place &place, const std::string &expected, const std::string &nothing) {
  return {std::string(place.subject) + " is null where " + expected + " is expected; leave it out when there " +
              nothing,
          "", place.parent.is(Kind::object) ? removed(place) : Edits{}, true};
}

inline Edits null_fault(const Place &place, Decisions &) { return replaced(place.value, "null"); }

} // namespace stslint
