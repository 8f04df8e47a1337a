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
  if (payload == nullptr || event == nullptr || !root.is(Kind::object))
    return {"payload", false};
  const std::size_t as_payload = known_members(root, *payload), as_event = known_members(root, *event);
  // Two members in common are no accident, one may be.
  if (as_event > as_payload && as_event >= 2)
    return {"event", as_event >= 3};
  if (as_payload > 0)
    return {"payload", as_payload >= 2};
  if (map_of(root, *event))
    return {"events", true};
  return {"payload", false};
}

} // namespace stslint
