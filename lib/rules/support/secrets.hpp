#pragma once

#include "faults.hpp"

/// What the rules say of members that hold secrets.
namespace stslint {

/// The member at a place is called apiKey, password or the like.
inline bool names_secret(const Place &place) {
  return place.parent.is(Kind::object) && names_secret(key_of(place).contents());
}

/// Its value is one: neither empty nor a placeholder.
inline bool holds_secret(const Place &place) {
  const bool any = place.value.is(Kind::string) ? !place.value.contents().empty() : place.value.is(Kind::number);
  return any && names_secret(place) && masked_raw(place.value) != place.value.raw();
}

/// Of a key its object does not know: its value is a secret, which is the worse mistake.
inline bool leads_to_secret(const Place &key) {
  const Value value(*key.document, key.value.index() + 1);
  return holds_secret({.value = value, .parent = key.parent, .document = key.document});
}

inline constexpr std::string_view take_key_out = "remove it: the receiver takes the key from its address only";

} // namespace stslint
