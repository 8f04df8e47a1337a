#pragma once

#include "stslint/rule.hpp"
#include "stslint/text.hpp"

#include <string>

/// Pieces that several rules' sentences share.
namespace stslint {

/// "an object", "the number 7", "the text \"7\"", "null": what stands there instead of what was expected.
inline std::string what_it_is(const Value &value) {
  switch (value.kind()) {
  case Kind::object:
    return "an object";
  case Kind::array:
    return "a list";
  case Kind::string:
    return "the string " + in_quotes(value.text(), 40);
  case Kind::number:
    return "the number " + shortened(value.raw(), 40);
  default:
    return shortened(value.raw(), 40);
  }
}

/// A value as a message shows it.
inline std::string shown(const Value &value) {
  return value.is(Kind::string) ? in_quotes(value.text()) : shortened(value.raw());
}

/// What was expected here: the member's own words, else those of its definition.
inline std::string expected(const Place &place) {
  return place.property != nullptr ? place.property->title : place.shape->title;
}

inline Edits replaced(const Value &value, std::string text) {
  return {{value.offset(), value.length(), std::move(text)}};
}

} // namespace stslint
