#include "stslint/lint.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

/// How many members of an object the shape knows, letter case and separators aside.
std::size_t known_members(const Value &object, const Shape &shape) {
  std::size_t known = 0;
  for (const Member member : object.members()) {
    const std::string key = member.key.text();
    known += std::ranges::any_of(shape.properties, [&](const Property &p) { return same_word(p.name, key); }) ? 1 : 0;
  }
  return known;
}

/// How many of the members that the shape requires an object has, by their names or by those that people write for
/// them.
std::size_t required_members(const Value &object, const Shape &shape) {
  const auto is_there = [&](const Property &property) {
    if (!property.required)
      return false;
    for (const Member member : object.members()) {
      const std::string key = member.key.text();
      const auto means_it = [&](const Slip &slip) {
        return slip.definition == shape.name && slip.right == property.name && same_word(slip.wrong, key);
      };
      if (same_word(property.name, key) || std::ranges::any_of(all_slips(), means_it))
        return true;
    }
    return false;
  };
  return static_cast<std::size_t>(std::ranges::count_if(shape.properties, is_there));
}

/// Whether an object is a map of lists whose first items resemble the shape: the events of a payload by themselves.
bool map_of(const Value &object, const Shape &shape) {
  bool any = false;
  for (const Member member : object.members()) {
    if (!member.value.is(Kind::array))
      return false;
    for (const Value item : member.value.items()) {
      if (known_members(item, shape) < 2)
        return false;
      any = true;
      break;
    }
  }
  return any;
}

} // namespace

Detection detect(const Document &document, const Contract &contract) {
  const Value root = document.root();
  const Shape *payload = contract.shape("payload"), *event = contract.shape("event");
  if (payload == nullptr || event == nullptr)
    return {"payload", false};
  for (const Value item : root.items()) {
    const std::size_t known = known_members(item, *event);
    return known >= 2 ? Detection{"event-list", known >= 3} : Detection{"payload", false};
  }
  const std::size_t as_payload = known_members(root, *payload), as_event = known_members(root, *event);
  // What a payload must have, no event has. Else two members in common are no accident, one may be.
  if (as_event > as_payload && as_event >= 2 && required_members(root, *payload) == 0)
    return {"event", as_event >= 3};
  if (as_payload > 0)
    return {"payload", as_payload >= 2};
  if (map_of(root, *event))
    return {"events", true};
  const std::size_t needed = static_cast<std::size_t>(std::ranges::count(event->properties, true, &Property::required));
  return {required_members(root, *event) == needed ? "event" : "payload", false};
}

} // namespace stslint
