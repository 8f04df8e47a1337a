#include "fast_walk.hpp"

#include "../text/scan.hpp"

#include <algorithm>
#include <bit>

namespace stslint {

bool FastWalk::clean(const Shape &root, const Shape *unit, std::vector<std::uint32_t> &units) {
  unit_ = unit;
  units_ = &units;
  workspace_.siblings.forget();
  workspace_.followers.resize(contract_.tables_.turns);
  return document_.flaws().empty() && !document_.nodes().empty() && value(nullptr, 0, root, nullptr, 0);
}

/// `marks` are those of the name and of the place.
bool FastWalk::value(const Level *outer, std::uint32_t node, const Shape &shape, const Property *property,
                     std::uint8_t marks) {
  const Kind kind = nodes_[node].kind;
  if (!shape.allows(kind) || ((shape.bounded & bit(kind)) != 0 && any(shape.broken_bounds(at(node)))))
    return false;
  const RuleSet &rules = property != nullptr ? property->rules : shape.rules;
  const auto of_kind = static_cast<std::size_t>(kind);
  RuleSet::Bits asked = rules.asked[of_kind] & ~(rules.of_streams & static_cast<RuleSet::Bits>(idle_));
  if (kind == Kind::object || kind == Kind::array) {
    if (&shape == unit_)
      units_->push_back(node);
    const Level level{outer, node, shape, property, static_cast<std::uint8_t>(marks & later)};
    if (!(kind == Kind::object ? object(level) : list(level)))
      return false;
  }
  if (asked != 0 && rules.wanted[of_kind] != 0)
    asked = rules.left(asked, kind, marks | marks_of(nodes_[node], rules.wanted[of_kind]));
  return asked == 0 || ask(outer, node, shape, property, rules, asked);
}

bool FastWalk::list(const Level &level) {
  const std::uint32_t end = nodes_[level.node].next;
  std::size_t index = 0;
  std::uint8_t marks = level.marks;
  for (std::uint32_t item = level.node + 1; item < end; item = document_.after(item)) {
    const Shape *expected = level.shape.item(index++);
    if (!value(&level, item, expected == nullptr ? *contract_.tables_.anything : *expected, nullptr, marks))
      return false;
    marks |= later;
  }
  return true;
}

/// Whether a key names that property. Objects of a shape mostly have their members in the same order, so this is asked
/// first, of the one that stood there last time.
inline bool FastWalk::says(std::uint32_t key, const Shape &shape, std::size_t property) const {
  const Node &node = nodes_[key];
  return shape.hashes[property] == node.hash &&
         scan::same(node.escaped ? at(key).view() : contents(node), shape.properties[property].name);
}

bool FastWalk::object(const Level &level) {
  const Shape &shape = level.shape;
  const std::uint32_t end = nodes_[level.node].next;
  const std::size_t known = shape.properties.size();
  std::uint64_t said = 0;
  std::uint8_t *guesses = workspace_.followers.data() + shape.first_turn;
  for (std::uint32_t key = level.node + 1; key < end; key = document_.after(key + 1)) {
    if (shape.names != nullptr && !value(&level, key, *shape.names, nullptr, 0))
      return false;
    std::size_t which = *guesses;
    if (which >= known || !says(key, shape, which)) {
      which = find(shape, key);
      if (which < known)
        *guesses = static_cast<std::uint8_t>(which);
    }
    if (which < known) {
      guesses = workspace_.followers.data() + shape.first_turn + which + 1;
      said |= std::uint64_t{1} << which;
      const Property &property = shape.properties[which];
      if (!value(&level, key + 1, *property.shape, &property, property.marks | level.marks))
        return false;
    } else {
      if (shape.closed())
        return false;
      const Shape &free = shape.additional != nullptr ? *shape.additional : *contract_.tables_.anything;
      const bool secret = names_secret(contents(nodes_[key]));
      if (!value(&level, key + 1, free, nullptr, (secret ? may_hold_secret : 0) | level.marks))
        return false;
    }
  }
  for (std::uint64_t missed = shape.missed & ~said & ~(shape.missed_in_streams & idle_); missed != 0;
       missed &= missed - 1)
    if (!may_be_absent(level, shape.properties[static_cast<std::size_t>(std::countr_zero(missed))]))
      return false;
  return true;
}

/// Which property a key names; as many as there are if none.
std::size_t FastWalk::find(const Shape &shape, std::uint32_t key) const {
  const Property *found = shape.property(at(key));
  return found == nullptr ? shape.properties.size() : static_cast<std::size_t>(found - shape.properties.data());
}

std::uint8_t FastWalk::marks_of(const Node &node, std::uint8_t wanted) const {
  if (node.kind == Kind::string)
    return marks_of_string(contents(node), node.escaped, wanted, bytes_.size() - node.offset - node.length);
  return node.kind == Kind::number ? marks_of_number({bytes_.data() + node.offset, node.length}) : std::uint8_t{0};
}

bool FastWalk::may_be_absent(const Level &level, const Property &property) {
  stand(here_, &level, Value(), level.shape, &property);
  return std::ranges::none_of(property.absent_rules, [&](const Rule *rule) {
    const bool asked = (rule->types & absent_only) != 0 && (rule->scope != Scope::stream || idle_ == 0);
    return asked && (rule->broken == nullptr || rule->broken(here_));
  });
}

bool FastWalk::ask(const Level *outer, std::uint32_t node, const Shape &shape, const Property *property,
                   const RuleSet &rules, RuleSet::Bits asked) {
  stand(here_, outer, at(node), shape, property);
  for (; asked != 0; asked &= asked - 1)
    if (rules.all[static_cast<std::size_t>(std::countr_zero(asked))]->broken(here_))
      return false;
  return true;
}

/// All else is the same for all places of the walk.
void FastWalk::stand(Place &place, const Level *outer, const Value &value, const Shape &shape,
                     const Property *property) {
  place.value = value;
  place.parent = outer == nullptr ? Value() : at(outer->node);
  place.member = property == nullptr ? std::string_view() : property->name;
  place.property = property;
  place.shape = &shape;
  place.within = outer == nullptr ? nullptr : &place_of(*outer);
}

const Place &FastWalk::place_of(const Level &level) {
  if (!level.place)
    stand(level.place.emplace(here_), level.outer, at(level.node), level.shape, level.property);
  return *level.place;
}

} // namespace stslint
