#pragma once

#include "faults.hpp"

/// What the rules about items that stand twice in a list have in common.
namespace stslint {

/// What components and relations are known by: one index for the rules that share it.
inline constexpr Siblings::Name external_id = {[](const Value &element) { return element.member("externalId"); },
                                               all_of};

inline bool stands_before(const Place &place) {
  return !place.siblings->earlier(place.value, place.parent, itself).absent();
}

/// Of the member that an object of a list is known by.
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
