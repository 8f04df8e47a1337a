#pragma once

#include "mends.hpp"

/// The right name for a member under a wrong one.
namespace stslint {

/// The fix of a key: its right name. A value of another type than that member takes comes in its right form with it;
/// where that is unclear, there is no fix.
inline Words renamed(const Place &place, std::string message) {
  const Value value(*place.document, place.value.index() + 1);
  const bool same = same_word(place.value.text(), place.member);
  Words words{std::move(message), std::string(place.member), replaced(place.value, json_string(place.member)),
              same || is_known_slip(place)};
  if (same || place.property->shape->allows(value.kind()))
    return words;
  Place there = place;
  there.value = value;
  there.shape = place.property->shape;
  const std::string mend = mended(there);
  words.message += std::string(words.message.ends_with('?') ? "" : ".") + " It takes " + expected(there) +
                   (mend.empty() ? "" : ": " + shortened(mend));
  words.safe = false;
  words.fix = mend.empty() ? Edits{} : Edits{words.fix[0], replaced(value, mend)[0]};
  return words;
}

} // namespace stslint
