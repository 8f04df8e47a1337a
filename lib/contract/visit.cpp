#include "stslint/contract.hpp"

#include <algorithm>

namespace stslint {
namespace {

using Visit = std::function<void(const Place &)>;

bool asks(const std::vector<const Rule *> &rules, const Rule &rule) {
  return std::ranges::find(rules, &rule) != rules.end();
}

bool is_key(const Place &place) { return !place.value.absent() && place.document->nodes()[place.value.index()].key; }

struct Walker {
  const Shape &anything;
  const Visit &visit;

  static Place inner(const Place &outer, const Value &value, const Property *property, const Shape *shape) {
    Place place = outer;
    place.value = value;
    place.parent = outer.value;
    place.member = property == nullptr ? "" : std::string_view(property->name);
    place.property = property;
    place.shape = shape;
    place.within = &outer;
    return place;
  }

  void walk(const Place &place) const {
    const Value &value = place.value;
    const Shape &shape = *place.shape;
    visit(place);
    for (const Member member : value.members()) {
      const Property *known = shape.property(member.key.text());
      if (shape.names != nullptr)
        visit(inner(place, member.key, nullptr, shape.names));
      if (shape.closed())
        visit(inner(place, member.key, known, &shape));
      const Shape &free = shape.additional != nullptr ? *shape.additional : anything;
      walk(inner(place, member.value, known, known != nullptr ? known->shape : &free));
    }
    for (const Property &property : shape.properties)
      if (value.is(Kind::object) && value.member(property.name).absent())
        visit(inner(place, {}, &property, &shape));
    std::size_t index = 0;
    for (const Value item : value.items()) {
      const Shape *expected = shape.item(index++);
      walk(inner(place, item, nullptr, expected != nullptr ? expected : &anything));
    }
  }
};

bool concerns(const Place &place, const Rule &rule) {
  const Shape &shape = *place.shape;
  if (place.value.absent())
    return asks(place.property->absent_rules, rule);
  if (is_key(place)) {
    const bool of_names = !place.parent.absent() && &shape == place.within->shape->names;
    // A key is always a string: nothing can be wrong with its type.
    return of_names ? rule.keywords != Keyword::type && asks(shape.rules, rule)
                    : any(rule.keywords & Keyword::additional_properties) && asks(shape.key_rules, rule);
  }
  if (!rule.flaws.empty())
    return true;
  return place.property == nullptr ? asks(shape.rules, rule)
                                   : asks(place.property->rules, rule) || asks(place.property->absent_rules, rule);
}

} // namespace

void Contract::each_place(const Document &document, std::string_view root, const Settings &settings,
                          const Visit &visit) const {
  Walker{*anything_, visit}.walk(
      {.value = document.root(), .shape = shape(root), .settings = &settings, .document = &document});
}

void Contract::visit(const Document &document, std::string_view root, const Rule &rule, const Settings &settings,
                     const Visit &visit) const {
  each_place(document, root, settings, [&](const Place &place) {
    if (concerns(place, rule))
      visit(place);
  });
}

} // namespace stslint
