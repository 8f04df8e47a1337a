#pragma once

#include "phrases.hpp"

#include <algorithm>
#include <string>

/// Pieces that several rules' faults share.
namespace stslint {

/// The key of a member's value; absent where the member is.
inline Value key_of(const Place &place) {
  const bool member = place.parent.is(Kind::object) && !place.value.absent();
  return member ? Value(*place.document, place.value.index() - 1) : Value();
}

/// Takes a member, if it is there, out of its object, and one of the commas beside it.
inline Edits removed(const Place &place) {
  const Value key = key_of(place);
  if (key.absent())
    return {};
  Value before, after;
  for (const Member member : place.parent.members()) {
    if (member.value.index() < key.index())
      before = member.value;
    if (member.key.index() > key.index() && after.absent())
      after = member.key;
  }
  std::size_t start = key.offset(), end = place.value.offset() + place.value.length();
  if (!after.absent())
    end = after.offset();
  else if (!before.absent())
    start = before.offset() + before.length();
  return {{start, end - start, ""}};
}

/// Puts text behind the opening bracket of a container, followed by a comma if something follows.
inline Edits inserted(const Value &container, const std::string &text) {
  return {{container.offset() + 1, 0, text + (container.empty() ? "" : ",")}};
}

/// Whether nothing but its type is asked of the value at a place, so that another of that type breaks no other rule.
inline bool only_its_type_matters(const Place &place) {
  const auto &rules = place.property != nullptr ? place.property->rules : place.shape->unnamed->rules;
  return std::ranges::all_of(rules, [](const Rule *rule) {
    const bool of_any_value = rule->on.empty() && rule->keywords == Keyword::none;
    return rule->keywords == Keyword::type || of_any_value;
  });
}

} // namespace stslint
