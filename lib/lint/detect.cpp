#include "../contract/contract.hpp"

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

/// Whether a list begins like a tuple of that shape.
bool begins_like(const Value &list, const Shape &tuple) {
  std::size_t index = 0;
  for (const Value item : list.items())
    if (index == 2 || index >= tuple.tuple.size() || !tuple.tuple[index++]->allows(item.kind()))
      return index == 2;
  return index == 2;
}

Value first_item(const Value &list) {
  for (const Value item : list.items())
    return item;
  return {};
}

/// Whether an object has two members of a shape by their very names, and one that the shape requires.
bool is_plainly(const Value &object, const Shape *shape) {
  std::size_t known = 0;
  bool required = false;
  if (shape != nullptr)
    for (const Member member : object.members())
      if (const Property *property = shape->property(member.key)) {
        ++known;
        required |= property->required;
        if (known >= 2 && required)
          return true;
      }
  return false;
}

Detection detect_object(const Value &root, const Contract &contract) {
  const Shape *best = contract.shape("payload");
  const std::size_t as_payload = known_members(root, *best);
  const bool has_required = required_members(root, *best) > 0;
  std::size_t most = as_payload;
  for (const std::string_view form : forms())
    if (const Shape *part = contract.shape(form); part != nullptr && part->closed())
      // Two members in common are no accident, one may be.
      if (const std::size_t known = known_members(root, *part); known >= 2 && known > most) {
        best = part;
        most = known;
      }
  // What a payload must have, no part has.
  if (as_payload == most || has_required)
    best = contract.shape("payload");
  if (most > 0)
    return {best->name, most >= (best->name == "payload" ? 2 : 3)};
  if (map_of(root, *contract.shape("event")))
    return {"events", true};
  const Shape &event = *contract.shape("event");
  const auto needed = static_cast<std::size_t>(std::ranges::count(event.properties, true, &Property::required));
  return {required_members(root, event) == needed ? "event" : "payload", false};
}

Detection detect_list(const Value &root, const Contract &contract) {
  const Value first = first_item(root);
  const Shape &metric = *contract.shape("metric"), &health = *contract.shape("health-item");
  if (begins_like(root, metric))
    return {metric.name, true};
  if (begins_like(first, metric))
    return {"metrics", true};
  if (known_members(first, health) >= 2)
    return {"health", true};
  if (const std::size_t known = known_members(first, *contract.shape("event")); known >= 2)
    return {"event-list", known >= 3};
  return {"payload", false};
}

} // namespace

Detection detect(const Document &document, const Contract &contract) {
  const Value root = document.root();
  if (is_plainly(root, contract.shape("payload")))
    return {"payload", true};
  for (const std::string_view form : forms())
    if (contract.shape(form) == nullptr)
      return {"payload", false};
  return root.is(Kind::object)  ? detect_object(root, contract)
         : root.is(Kind::array) ? detect_list(root, contract)
                                : Detection{"payload", false};
}

} // namespace stslint
