#include "stslint/contract.hpp"

#include <algorithm>

namespace stslint {
namespace {

bool asks(const std::vector<const Rule *> &rules, const Rule &rule) {
  return std::ranges::find(rules, &rule) != rules.end();
}

struct Visit {
  const Rule &rule;
  const Shape &anything;
  const std::function<void(const Place &)> &visit;

  static Place member(const Place &object, const Value &value, const Property *property, const Shape *shape) {
    Place place = object;
    place.value = value;
    place.parent = object.value;
    place.member = property == nullptr ? "" : std::string_view(property->name);
    place.property = property;
    place.shape = shape;
    place.within = &object;
    return place;
  }

  void value(const Place &place) const {
    const Value &value = place.value;
    const Shape &shape = *place.shape;
    const bool asked = place.property == nullptr
                           ? asks(shape.rules, rule)
                           : asks(place.property->rules, rule) || asks(place.property->absent_rules, rule);
    if (asked || !rule.flaws.empty())
      visit(place);
    for (const Member member : value.members()) {
      const Property *known = shape.property(member.key.text());
      // A key is always a string: nothing can be wrong with its type.
      if (shape.names != nullptr && rule.keywords != Keyword::type && asks(shape.names->rules, rule))
        visit(this->member(place, member.key, nullptr, shape.names));
      if (shape.closed() && any(rule.keywords & Keyword::additional_properties) && asks(shape.key_rules, rule))
        visit(this->member(place, member.key, known, &shape));
      const Shape &free = shape.additional != nullptr ? *shape.additional : anything;
      this->value(this->member(place, member.value, known, known != nullptr ? known->shape : &free));
    }
    for (const Property &property : shape.properties)
      if (value.is(Kind::object) && asks(property.absent_rules, rule) && value.member(property.name).absent())
        visit(this->member(place, {}, &property, &shape));
    std::size_t index = 0;
    for (const Value item : value.items()) {
      const Shape *expected = shape.item(index++);
      this->value(this->member(place, item, nullptr, expected != nullptr ? expected : &anything));
    }
  }
};

} // namespace

void Contract::visit(const Document &document, std::string_view root, const Rule &rule, const Settings &settings,
                     const std::function<void(const Place &)> &visit) const {
  Visit{rule, *anything_, visit}.value(
      {.value = document.root(), .shape = shape(root), .settings = &settings, .document = &document});
}

} // namespace stslint
