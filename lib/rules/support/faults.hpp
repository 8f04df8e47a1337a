#pragma once

#include "phrases.hpp"

#include <algorithm>
#include <string>

/// Shared pieces of the rules' faults.
namespace stslint {

/// The key of a member's value; absent if the member is.
inline Value key_of(const Place &place) {
  const bool member = place.parent.is(Kind::object) && !place.value.absent();
  return member ? Value(*place.document, place.value.index() - 1) : Value();
}

/// Removes a member, if present, from its object, with one of the commas beside it.
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

/// Inserts text after the opening bracket of a container, with a comma if the container has content.
inline Edits inserted(const Value &container, const std::string &text) {
  return {{container.offset() + 1, 0, text + (container.empty() ? "" : ",")}};
}

/// The rules here check only the type of the value, so another value of that type breaks no other rule.
inline bool only_its_type_matters(const Place &place) {
  const auto &rules = place.property != nullptr ? place.property->rules : place.shape->unnamed->rules;
  return std::ranges::all_of(rules, [](const Rule *rule) {
    const bool of_any_value = rule->on.empty() && rule->keywords == Keyword::none;
    return rule->keywords == Keyword::type || of_any_value;
  });
}

} // namespace stslint
