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
  Place about; ///< what all places share

  void at(Value value, Value parent, std::string_view member, const Property *property, const Shape *shape) const {
    Place place = about;
    place.value = value;
    place.parent = parent;
    place.member = member;
    place.property = property;
    place.shape = shape;
    visit(place);
  }

  void value(const Value &value, const Value &parent, const Property *property, const Shape &shape) const {
    const bool asked = property == nullptr ? asks(shape.rules, rule)
                                           : asks(property->rules, rule) || asks(property->absent_rules, rule);
    if (asked || !rule.flaws.empty())
      at(value, parent, property == nullptr ? "" : std::string_view(property->name), property, &shape);
    for (const Member member : value.members()) {
      const Property *known = shape.property(member.key.text());
      // A key is always a string: nothing can be wrong with its type.
      if (shape.names != nullptr && rule.keywords != Keyword::type && asks(shape.names->rules, rule))
        at(member.key, value, "", nullptr, shape.names);
      if (shape.closed() && any(rule.keywords & Keyword::additional_properties) && asks(shape.key_rules, rule))
        at(member.key, value, known == nullptr ? "" : std::string_view(known->name), known, &shape);
      const Shape &free = shape.additional != nullptr ? *shape.additional : anything;
      this->value(member.value, value, known, known != nullptr ? *known->shape : free);
    }
    std::size_t index = 0;
    for (const Value item : value.items()) {
      const Shape *expected = shape.item(index++);
      this->value(item, value, nullptr, expected != nullptr ? *expected : anything);
    }
  }
};

} // namespace

void Contract::visit(const Document &document, std::string_view root, const Rule &rule, const Settings &settings,
                     const std::function<void(const Place &)> &visit) const {
  const Place about{.value = {}, .settings = &settings, .document = &document};
  Visit{rule, *anything_, visit, about}.value(document.root(), {}, nullptr, *shape(root));
}

} // namespace stslint
