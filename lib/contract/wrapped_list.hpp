#pragma once

#include "shape.hpp"

#include <algorithm>
#include <array>

namespace stslint {

/// The list in an object that a serializer wrote in place of it, such as {"value": […], "Count": 2} of PowerShell and
/// {"$id": "1", "$values": […]} of .NET; absent if there is none. Everything else in the object is a scalar.
inline Value list_within(const Value &value, const Shape &shape) {
  static constexpr std::array<std::string_view, 6> names = {"value", "values", "$values", "items", "item", "list"};
  if (!value.is(Kind::object) || shape.allows(Kind::object) || !shape.allows(Kind::array))
    return {};
  Value list;
  for (const Member member : value.members()) {
    const bool named = std::ranges::find(names, member.key.view()) != names.end();
    if (member.value.is(Kind::object) || (member.value.is(Kind::array) && (!named || !list.absent())))
      return {};
    if (member.value.is(Kind::array))
      list = member.value;
  }
  return list;
}

} // namespace stslint
