#pragma once

#include "faults.hpp"

#include <algorithm>

/// The shared part of the rules about event and metric names: neither may start with a field that StackState stores.
namespace stslint {

/// The name up to its first dot, or the whole name, is a reserved word.
inline bool starts_with_reserved_segment(const Place &place) {
  const std::string name = place.value.text();
  const auto &reserved = place.shape->reserved_prefixes;
  return std::ranges::find(reserved, name.substr(0, name.find('.'))) != reserved.end();
}

inline Words reserved_prefix_words(const Place &place, const std::string &noun) {
  const auto prefix = std::ranges::find_if(place.shape->reserved_prefixes,
                                           [&](std::string_view p) { return place.value.starts_with(p); });
  const std::string better = "app." + place.value.text();
  const std::string problem =
      place.value.equals(*prefix)
          ? " is the name of one of StackState's own fields"
          : " starts with \"" + std::string(*prefix) + "\", a prefix that StackState reserves for its own fields";
  return {noun + ' ' + shown(place.value) + problem + "; rename it, for example to " + in_quotes(better), better,
          replaced(place.value, json_string(better)), false};
}

inline Edits reserved_prefix_fault(const Place &place, Decisions &decisions) {
  return replaced(place.value,
                  json_string(std::string(decisions.pick(place.shape->reserved_prefixes)) + '.' + place.value.text()));
}

} // namespace stslint
