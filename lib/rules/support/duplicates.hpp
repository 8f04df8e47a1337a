#pragma once

#include "faults.hpp"

/// The shared part of the rules about items that are twice in a list.
namespace stslint {

/// The externalId of a component or a relation: one index for all rules that look it up.
inline constexpr Siblings::Name external_id = {[](const Value &element) { return element.member("externalId"); },
                                               all_of};

inline bool stands_before(const Place &place) {
  return !place.siblings->earlier(place.value, place.parent, itself).absent();
}

/// An earlier object of the list has the same name.
inline bool named_before(const Place &member, const Siblings::Name &name) {
  const Place *list = member.within->within;
  return list != nullptr && !member.siblings->earlier(member.parent, list->value, name).absent();
}

inline Edits object_twice(const Place &member, Decisions &) {
  if (member.within->within == nullptr || member.value.absent())
    return {};
  return {{member.parent.offset(), 0, std::string(member.parent.raw()) + ", "}};
}

inline Edits twice(const Place &place, Decisions &) {
  if (!place.parent.is(Kind::array))
    return {};
  return {{place.value.offset(), 0, std::string(place.value.raw()) + ", "}};
}

} // namespace stslint
