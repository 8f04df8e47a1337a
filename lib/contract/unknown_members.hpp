#pragma once

#include "place.hpp"

#include <functional>
#include <utility>
#include <vector>

/// The members of an object that its shape does not name, and what their author meant by them.
namespace stslint {

/// An object with named members that is being walked, and those around it. A member is accounted for if it is there, if
/// an unknown key probably means it, or if it was found in another of these objects.
struct OpenObject {
  const Place &place;
  const Value object;
  const Shape &shape;
  OpenObject *outer;
  std::uint64_t accounted_for = 0;                                    ///< a bit for each property
  std::vector<std::pair<std::uint32_t, const Property *>> moved = {}; ///< found here, but belong in an object within

  std::uint64_t bit(const Property &property) const {
    return std::uint64_t{1} << (&property - shape.properties.data());
  }
  bool wants(const Property &property) const { return (accounted_for & bit(property)) == 0; }
  void account_for(const Property &property) { accounted_for |= bit(property); }
};

/// A key that its object does not know, and what was probably meant by it.
struct UnknownMember {
  Value key, value;
  const Property *meant = nullptr;
  const Shape *home = nullptr; ///< what the member belongs in, if not in this object
  bool missing = false;        ///< the member is required, and nowhere else
};

/// Finds out which member each unknown one was meant to be, and which unknown members around this object belong in
/// it. `is_error` says whether a member of it that is not there is an error.
void resolve(OpenObject &level, std::vector<UnknownMember> &unknown_members, std::span<const Slip> slips,
             const std::function<bool(const Property &)> &is_error);

} // namespace stslint
