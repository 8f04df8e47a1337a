#include "unknown_members.hpp"

#include "stslint/text.hpp"

#include <string>

namespace stslint {
namespace {

/// The property with exactly this name, if it allows a value of that kind.
const Property *property_for(const Shape &shape, const UnknownMember &unknown) {
  const Property *property = shape.closed() ? shape.property(unknown.key) : nullptr;
  return property != nullptr && property->shape->allows(unknown.value.kind()) ? property : nullptr;
}

/// The member, not accounted for yet, that the author of `key` meant.
const Property *meant_by(std::string_view key, const OpenObject &level, std::span<const Slip> slips) {
  const Shape &shape = level.shape;
  for (const Slip &slip : slips)
    if (slip.definition == shape.name && same_word(slip.wrong, key))
      if (const Property *right = shape.property(slip.right); right != nullptr && level.wants(*right))
        return right;
  std::vector<std::string_view> unsaid;
  for (const Property &property : shape.properties)
    if (level.wants(property))
      unsaid.push_back(property.name);
  const auto near = closest(key, unsaid);
  return near ? shape.property(*near) : nullptr;
}

/// Whether an unknown member wraps members that this object wants, at least two: they are one level too deep.
bool is_wrapper(UnknownMember &unknown, OpenObject &level) {
  std::size_t wanted = 0;
  for (const Member member : unknown.value.members())
    if (const Property *property = level.shape.property(member.key); property != nullptr && level.wants(*property)) {
      ++wanted;
      unknown.missing |= property->required;
    }
  if (wanted < 2)
    return unknown.missing = false;
  unknown.home = &level.shape;
  for (const Property &property : level.shape.properties) {
    if (!level.wants(property))
      level.moved.emplace_back(unknown.value.index(), &property);
    level.account_for(property);
  }
  return true;
}

bool is_misspelt(UnknownMember &unknown, OpenObject &level, std::span<const Slip> slips,
                 const std::function<bool(const Property &)> &is_error) {
  unknown.meant = meant_by(unknown.key.text(), level, slips);
  if (unknown.meant == nullptr)
    return false;
  unknown.missing = is_error(*unknown.meant);
  level.account_for(*unknown.meant);
  return true;
}

/// Whether an object within this one has a property of that name, or would have it if the object were there.
bool belongs_within(UnknownMember &unknown, OpenObject &level) {
  for (const Property &property : level.shape.properties) {
    const Property *meant = property_for(*property.shape, unknown);
    if (meant == nullptr)
      continue;
    const Value home = level.object.member(property.name);
    if ((!home.absent() && !home.is(Kind::object)) || !home.member(meant->name).absent())
      continue;
    unknown.meant = meant;
    unknown.home = property.shape;
    unknown.missing = home.absent() ? property.required && level.wants(property) : meant->required;
    level.account_for(property);
    if (!home.absent())
      level.moved.emplace_back(home.index(), meant);
    return true;
  }
  return false;
}

/// Finds out whether one of the objects around this one has a property of that name.
void belongs_without(UnknownMember &unknown, OpenObject &level) {
  for (OpenObject *outer = level.outer; outer != nullptr; outer = outer->outer)
    if (const Property *meant = property_for(outer->shape, unknown); meant != nullptr && outer->wants(*meant)) {
      unknown.meant = meant;
      unknown.home = &outer->shape;
      unknown.missing = meant->required;
      outer->account_for(*meant);
      return;
    }
}

} // namespace

void resolve(OpenObject &level, std::vector<UnknownMember> &unknown_members, std::span<const Slip> slips,
             const std::function<bool(const Property &)> &is_error) {
  if (level.outer != nullptr)
    for (const auto &[object, property] : level.outer->moved)
      if (level.object.index() == object)
        level.account_for(*property);
  for (UnknownMember &unknown : unknown_members) {
    if (is_wrapper(unknown, level) || is_misspelt(unknown, level, slips, is_error) || belongs_within(unknown, level))
      continue;
    belongs_without(unknown, level);
  }
}

} // namespace stslint
