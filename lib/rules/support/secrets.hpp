#pragma once

#include "faults.hpp"

/// The shared part of the rules about fields that hold secrets.
namespace stslint {

/// The field at a place is called apiKey, password or similar.
inline bool names_secret(const Place &place) {
  return place.parent.is(Kind::object) && names_secret(key_of(place).contents());
}

/// Its value is a secret: neither empty nor a placeholder.
inline bool holds_secret(const Place &place) {
  const bool any = place.value.is(Kind::string) ? !place.value.contents().empty() : place.value.is(Kind::number);
  return any && names_secret(place) && masked_raw(place.value) != place.value.raw();
}

/// The value of an unknown key is a secret, which is the worse mistake.
inline bool leads_to_secret(const Place &key) {
  const Value value(*key.document, key.value.index() + 1);
  return holds_secret({.value = value, .parent = key.parent, .document = key.document});
}

inline constexpr std::string_view take_key_out = "remove it: the receiver reads the key only from the URL";

} // namespace stslint
