#include "contract.hpp"

#include <algorithm>

namespace stslint {
namespace {

template <typename Rules> bool asks(const Rules &rules, const Rule &rule) {
  return std::find(rules.begin(), rules.end(), &rule) != rules.end();
}

/// What is visited: what a rule is asked about, or everything.
struct Concern {
  const Rule *rule = nullptr;

  bool everything() const { return rule == nullptr; }
  bool with(const Shape &shape, const Property *property) const {
    if (everything() || !rule->flaws.empty())
      return true;
    return property == nullptr ? asks(shape.unnamed->rules, *rule)
                               : asks(property->rules, *rule) || asks(property->absent_rules, *rule);
  }
  /// A key is always a string: nothing can be wrong with its type.
  bool with_name(const Shape &names) const {
    return everything() || (rule->keywords != Keyword::type && asks(names.unnamed->rules, *rule));
  }
  bool with_key(const Shape &shape) const {
    return everything() || (any(rule->keywords & Keyword::additional_properties) && asks(shape.key_rules, *rule));
  }
  bool with_absent(const Property &property) const { return everything() || asks(property.absent_rules, *rule); }
};

struct Walker {
  const Shape &anything;
  const Concern concern;
  const std::function<void(const Place &)> &visit;

  static Place inner(const Place &outer, const Value &value, const Property *property, const Shape *shape) {
    return {.value = value,
            .parent = outer.value,
            .member = property == nullptr ? std::string_view() : property->name,
            .property = property,
            .shape = shape,
            .settings = outer.settings,
            .document = outer.document,
            .within = &outer};
  }

  void walk(const Place &place) const {
    const Shape &shape = *place.shape;
    if (concern.with(shape, place.property))
      visit(place);
    if (place.value.is(Kind::object))
      members(place);
    std::size_t index = 0;
    for (const Value item : place.value.items()) {
      const Shape *expected = shape.item(index++);
      walk_inner(place, item, nullptr, expected != nullptr ? *expected : anything);
    }
  }

  /// Places are large: one that is not visited is not made.
  void walk_inner(const Place &outer, const Value &value, const Property *property, const Shape &shape) const {
    if (value.is(Kind::object) || value.is(Kind::array) || concern.with(shape, property))
      walk(inner(outer, value, property, &shape));
  }

  void members(const Place &place) const {
    const Shape &shape = *place.shape;
    const bool with_names = shape.names != nullptr && concern.with_name(*shape.names);
    const bool with_keys = shape.closed() && concern.with_key(shape);
    const Shape &free = shape.additional != nullptr ? *shape.additional : anything;
    std::uint64_t there = 0; // a bit for each of the shape's properties, of which there are at most 64
    for (const Member member : place.value.members()) {
      const Property *known = shape.property(member.key);
      if (with_names)
        visit(inner(place, member.key, nullptr, shape.names));
      if (with_keys)
        visit(inner(place, member.key, known, &shape));
      if (known != nullptr)
        there |= std::uint64_t{1} << (known - shape.properties.data());
      walk_inner(place, member.value, known, known != nullptr ? *known->shape : free);
    }
    for (const Property &property : shape.properties) {
      if ((there & 1) == 0 && concern.with_absent(property))
        visit(inner(place, {}, &property, &shape));
      there >>= 1;
    }
  }
};

} // namespace

void Contract::each_place(const Document &document, std::string_view root, const Settings &settings,
                          const std::function<void(const Place &)> &visit) const {
  const Walker walker{*tables_.anything, {}, visit};
  walker.walk({.value = document.root(), .shape = shape(root), .settings = &settings, .document = &document});
}

void Contract::visit(const Document &document, std::string_view root, const Rule &rule, const Settings &settings,
                     const std::function<void(const Place &)> &visit) const {
  const Walker walker{*tables_.anything, {&rule}, visit};
  walker.walk({.value = document.root(), .shape = shape(root), .settings = &settings, .document = &document});
}

} // namespace stslint
