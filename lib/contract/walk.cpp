#include "stslint/contract.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <cassert>

namespace stslint {
namespace {

/// The value or key that a flaw is about, rather than the text around it.
bool about_a_node(FlawKind kind) {
  return kind == FlawKind::duplicate_key || kind == FlawKind::lone_surrogate || kind == FlawKind::imprecise_number;
}

} // namespace

/// One document against one contract.
class Walk {
public:
  Walk(const Contract &contract, Document &document, const Settings &settings, std::vector<Finding> &findings)
      : contract_(contract), document_(document), settings_(settings), findings_(findings) {}

  void run(const Shape &root, const Shape *unit, std::vector<std::uint32_t> &units) {
    unit_ = unit;
    units_ = &units;
    const std::size_t before = findings_.size();
    flaws(true);
    if (!document_.root().absent())
      value({.value = document_.root(), .shape = &root}, root.rules);
    flaws(false);
    std::stable_sort(findings_.begin() + static_cast<std::ptrdiff_t>(before), findings_.end(),
                     [](const Finding &a, const Finding &b) { return a.offset < b.offset; });
  }

private:
  /// Flaws that are errors come before the walk, for whatever else stands at their place; the others only speak where
  /// the walk did not.
  void flaws(bool errors) {
    for (const Flaw &flaw : document_.flaws()) {
      const Rule *rule = contract_.flaw_rules_[static_cast<std::size_t>(flaw.kind)];
      if (rule == nullptr || (rule->severity == Severity::error) != errors)
        continue;
      const bool on_node = about_a_node(flaw.kind);
      if (on_node && document_.nodes()[flaw.node].marked)
        continue;
      Place place{.settings = &settings_, .flaw = &flaw, .document = &document_};
      if (on_node)
        place.value = Value(document_, flaw.node);
      if (rule->broken != nullptr && !rule->broken(place))
        continue;
      record(rule, place, flaw.offset, flaw.length, flaw.node);
    }
  }

  void value(Place place, const std::vector<const Rule *> &rules) {
    const Value value = place.value;
    const Shape &shape = *place.shape;
    if (value.is(Kind::broken))
      return;
    const Keyword violated = shape.violations(value);
    if (!any(violated & Keyword::type)) {
      if (&shape == unit_)
        units_->push_back(value.index());
      if (value.is(Kind::object))
        object(value, shape);
      std::size_t index = 0;
      for (const Value item : value.items()) {
        const Shape *expected = shape.item(index++);
        expected = expected == nullptr ? contract_.anything_.get() : expected;
        this->value({.value = item, .parent = value, .shape = expected}, expected->rules);
      }
    }
    judge(place, rules, violated);
  }

  void object(const Value &object, const Shape &shape) {
    std::uint64_t said = 0;
    const auto bit = [&](const Property *property) { return std::uint64_t{1} << (property - shape.properties.data()); };
    for (const Member member : object.members()) {
      if (shape.names != nullptr)
        judge({.value = member.key, .parent = object, .shape = shape.names}, shape.names->rules,
              shape.names->violations(member.key));
      if (const Property *property = find(shape, member.key)) {
        said |= bit(property);
        value({.value = member.value,
               .parent = object,
               .member = property->name,
               .property = property,
               .shape = property->shape},
              property->rules);
      } else {
        const Shape &free = shape.additional != nullptr ? *shape.additional : *contract_.anything_;
        value({.value = member.value, .parent = object, .shape = &free}, free.rules);
      }
    }
    if (!shape.closed())
      return;
    for (const Member member : object.members())
      if (!member.key.marked() && find(shape, member.key) == nullptr) {
        const Property *meant = meant_by(member.key.text(), shape, said);
        said |= meant == nullptr ? 0 : bit(meant);
        const Keyword missing = meant != nullptr && meant->required ? Keyword::required : Keyword::none;
        judge({.value = member.key,
               .parent = object,
               .member = meant ? std::string_view(meant->name) : "",
               .property = meant,
               .shape = &shape},
              shape.key_rules, Keyword::additional_properties | missing);
      }
    if (object.incomplete())
      return;
    for (const Property &property : shape.properties)
      if ((said & bit(&property)) == 0)
        judge({.value = {}, .parent = object, .member = property.name, .property = &property, .shape = &shape},
              property.absent_rules, Keyword::required);
  }

  const Property *find(const Shape &shape, const Value &key) const {
    for (const Property &property : shape.properties)
      if (key.equals(property.name))
        return &property;
    return nullptr;
  }

  /// The member, not said yet, that somebody meant who wrote `key`.
  const Property *meant_by(std::string_view key, const Shape &shape, std::uint64_t said) const {
    for (const Slip &slip : contract_.slips_)
      if (slip.definition == shape.name && slip.wrong == key)
        if (const Property *right = shape.property(slip.right);
            right && (said >> (right - shape.properties.data()) & 1) == 0)
          return right;
    std::vector<std::string_view> unsaid;
    for (std::size_t i = 0; i < shape.properties.size(); ++i)
      if ((said >> i & 1) == 0)
        unsaid.push_back(shape.properties[i].name);
    const auto near = closest(key, unsaid);
    return near ? shape.property(*near) : nullptr;
  }

  /// The place takes its first broken rule.
  void judge(Place place, const std::vector<const Rule *> &rules, Keyword violated) {
    if (place.value.marked())
      return;
    place.settings = &settings_;
    place.document = &document_;
    place.siblings = &siblings_;
    for (const Rule *rule : rules) {
      const bool by_keyword = rule->keywords != Keyword::none;
      if (by_keyword && !any(rule->keywords & violated))
        continue;
      if (rule->broken != nullptr && !rule->broken(place))
        continue;
      if (place.value.absent())
        return record(rule, place, place.parent.offset(), 1, place.parent.index());
      return record(rule, place, place.value.offset(), place.value.length(), place.value.index());
    }
  }

  void record(const Rule *rule, const Place &place, std::uint32_t offset, std::uint32_t length, std::uint32_t node) {
    if (!place.value.absent()) {
      assert(!place.value.marked());
      document_.mark(place.value.index());
    }
    findings_.push_back({rule, place, offset, length, node});
  }

  const Contract &contract_;
  Document &document_;
  const Settings &settings_;
  std::vector<Finding> &findings_;
  Siblings siblings_;
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
};

void Contract::walk(Document &document, std::string_view root, std::string_view unit, const Settings &settings,
                    std::vector<Finding> &findings, std::vector<std::uint32_t> &units) const {
  const Shape *root_shape = shape(root);
  if (root_shape == nullptr)
    throw Error("the contract has no definition " + in_quotes(root));
  Walk(*this, document, settings, findings).run(*root_shape, shape(unit), units);
}

} // namespace stslint
