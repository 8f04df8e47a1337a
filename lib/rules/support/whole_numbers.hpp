#pragma once

#include "faults.hpp"

#include <algorithm>
#include <cmath>

/// The shared part of the rules about whole numbers.
namespace stslint {

inline bool is_digits(const Place &place) {
  return std::ranges::all_of(place.value.raw(), [](char c) { return c >= '0' && c <= '9'; });
}

inline bool has_fraction(const Place &place) {
  return !is_digits(place) && place.value.number() != std::floor(place.value.number());
}

/// Written with a decimal point or an exponent, whole or not.
inline bool is_spelt_as_float(const Place &place) {
  return std::ranges::any_of(place.value.raw(), [](char c) { return c == '.' || c == 'e' || c == 'E'; });
}

inline Edits with_tail(const Place &place, std::string_view tail) {
  return {{place.value.offset() + place.value.length(), 0, std::string(tail)}};
}

inline Edits spelt_as_float(const Place &place, Decisions &decisions) {
  static constexpr std::string_view tails[] = {".0", "e0", "00E-2"};
  return is_digits(place) ? with_tail(place, decisions.pick(tails)) : Edits{};
}

} // namespace stslint
