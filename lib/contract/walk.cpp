#include "expected.hpp"
#include "unknown_members.hpp"
#include "wrapped_list.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace stslint {
namespace {

/// Whether a flaw is about a value or a key, rather than about the text around it.
bool about_a_node(FlawKind kind) {
  return kind == FlawKind::duplicate_key || kind == FlawKind::lone_surrogate || kind == FlawKind::imprecise_number;
}

constexpr std::uint8_t lists_only = bit(Kind::array);

} // namespace

/// One document against one contract.
class Walk {
public:
  Walk(const Contract &contract, Document &document, const Settings &settings, std::vector<Mistake> &mistakes,
       Siblings &siblings)
      : contract_(contract), document_(document), settings_(settings), mistakes_(mistakes), siblings_(siblings) {}

  void run(const Shape &root, const Shape *unit, std::vector<std::uint32_t> &units) {
    unit_ = unit;
    units_ = &units;
    units.clear();
    siblings_.forget();
    flaws(true);
    // Of the rules about the root, only those for violations of the schema are asked here: finish() asks the others.
    Property whole{.shape = &root};
    whole.rules.all = root.unnamed->rules.all;
    if (!document_.root().absent())
      value(nullptr, document_.root(), whole);
  }

  /// Only these nodes, in order; around them, nothing is wrong.
  void run_parts(const Shape &root, const Shape *unit, std::span<const std::uint32_t> nodes,
                 std::vector<std::uint32_t> &units) {
    std::vector<std::uint32_t> within;
    unit_ = unit;
    units_ = &within;
    siblings_.forget();
    Property whole{.shape = &root};
    whole.rules.all = root.unnamed->rules.all;
    auto rest = nodes;
    part(nullptr, document_.root(), whole, 0, rest);
    // The units within these nodes are replaced by those that the walk found.
    auto at = nodes.begin();
    std::erase_if(units, [&](std::uint32_t node) {
      while (at != nodes.end() && document_.after(*at) <= node)
        ++at;
      return at != nodes.end() && *at <= node;
    });
    const auto middle = units.insert(units.end(), within.begin(), within.end());
    std::inplace_merge(units.begin(), middle, units.end());
  }

  void finish(const Shape &root) {
    if (const Value whole = document_.root(); !whole.absent() && !whole.marked())
      judge(below(nullptr, whole, &root), root.unnamed->rules, 0);
    flaws(false);
    if (!std::ranges::is_sorted(mistakes_, {}, &Mistake::offset))
      std::ranges::stable_sort(mistakes_, {}, &Mistake::offset);
  }

private:
  /// Flaws that are errors are recorded before the walk, and take precedence over whatever else is wrong at their
  /// place. The others are recorded after it: those about a value or key only where the walk found nothing.
  void flaws(bool errors) {
    for (const Flaw &flaw : document_.flaws()) {
      const Rule *rule = contract_.tables_.flaw_rules[static_cast<std::size_t>(flaw.kind)];
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

  /// A place within another, with what is the same for all places of the walk.
  Place below(const Place *outer, const Value &value, const Shape *shape) {
    return {.value = value,
            .parent = outer == nullptr ? Value() : outer->value,
            .shape = shape,
            .settings = &settings_,
            .document = &document_,
            .siblings = &siblings_,
            .within = outer};
  }

  /// `marks` are those that the position of the value gives it, and the name of a member that the contract does not
  /// know.
  void value(const Place *outer, const Value &value, const Property &expected, Marks marks = 0) {
    const Shape &shape = *expected.shape;
    const Kind kind = value.kind();
    if (kind == Kind::broken)
      return;
    Keyword violated = shape.violations(value);
    if (kind == Kind::array && is_single_item(value, shape))
      violated = violated | Keyword::type;
    Place place = below(outer, value, &shape);
    expect_at(place, expected);
    if (is_container(kind) && !any(violated & Keyword::type)) {
      if (&shape == unit_)
        units_->push_back(value.index());
      if (kind == Kind::object)
        object(place, marks & may_repeat);
      else
        items(place);
    }
    if (const Value list = list_within(value, shape); !list.absent())
      this->value(&place, list, expected, marks);
    if (any(violated))
      judge(place, expected.rules.all, violated);
    else if (!value.marked())
      judge(place, expected.rules, expected.marks | marks);
  }

  void items(const Place &list) {
    const Shape &shape = *list.shape;
    std::size_t index = 0;
    for (const Value item : list.value.items()) {
      value(&list, item, *unnamed(contract_.tables_, shape.item(index)), index > 0 ? may_repeat_start | may_repeat : 0);
      ++index;
    }
  }

  /// Walks those of `nodes` that are within `value`, and removes them from `nodes`.
  void part(const Place *outer, const Value &value, const Property &expected, Marks marks,
            std::span<const std::uint32_t> &nodes) {
    const auto comes = [&](const Value &within) {
      return !nodes.empty() && nodes.front() < document_.nodes()[within.index()].next;
    };
    if (!nodes.empty() && nodes.front() == value.index()) {
      nodes = nodes.subspan(1);
      return this->value(outer, value, expected, marks);
    }
    if (!is_container(value.kind()) || !comes(value))
      return;
    const Shape &shape = *expected.shape;
    Place place = below(outer, value, &shape);
    expect_at(place, expected);
    std::size_t index = 0;
    for (const Value item : value.items()) {
      part(&place, item, *unnamed(contract_.tables_, shape.item(index)), index > 0 ? may_repeat_start | may_repeat : 0,
           nodes);
      ++index;
    }
    if (!value.is(Kind::object))
      return;
    OpenObject level{place, value, shape, level_};
    for (const Member member : value.members())
      if (const Property *property = shape.property(member.key))
        level.account_for(*property);
    if (shape.closed())
      level_ = &level;
    for (const Member member : value.members())
      if (const Property *property = shape.property(member.key))
        part(&place, member.value, *property, marks & may_repeat, nodes);
      else
        part(&place, member.value, *unnamed(contract_.tables_, shape.additional), marks & may_repeat, nodes);
    level_ = level.outer;
  }

  /// Whether a list that should hold lists holds what one of those should hold: the outer brackets are missing.
  static bool is_single_item(const Value &value, const Shape &shape) {
    const Shape *item = shape.items;
    if (item == nullptr || item->types != lists_only || value.empty())
      return false;
    for (const Value inner : value.items())
      if (inner.is(Kind::array))
        return false;
    const std::size_t size = value.size();
    return size >= item->min_items && size <= item->max_items;
  }

  void object(const Place &place, Marks marks) {
    const Value object = place.value;
    const Shape &shape = *place.shape;
    OpenObject level{place, object, shape, level_};
    std::vector<UnknownMember> unknown_members;
    const bool closed = shape.closed();
    for (const Member member : object.members())
      if (const Property *property = shape.property(member.key))
        level.account_for(*property);
      else if (closed && !member.key.marked())
        unknown_members.push_back({member.key, member.value});
    if (closed) {
      if (level.outer != nullptr || !unknown_members.empty())
        resolve(level, unknown_members, contract_.slips_, [&](const Property &property) {
          const Rule *rule = worst_broken(absent(place, property), property.absent_rules, Keyword::required);
          return rule != nullptr && rule->severity == Severity::error;
        });
      level_ = &level;
    }
    auto unknown = unknown_members.begin();
    for (const Member member : object.members()) {
      if (shape.names != nullptr)
        value(&place, member.key, *shape.names->unnamed);
      if (const Property *property = shape.property(member.key)) {
        value(&place, member.value, *property, marks);
        continue;
      }
      const bool is_unknown = unknown != unknown_members.end() && unknown->key.same(member.key);
      const bool secret = names_secret(member.key.contents());
      value(&place, member.value, is_unknown ? meant(*unknown, shape) : *unnamed(contract_.tables_, shape.additional),
            (secret ? may_hold_secret : 0) | marks);
      unknown += is_unknown ? 1 : 0;
    }
    if (!closed)
      return;
    level_ = level.outer;
    for (const UnknownMember &member : unknown_members) {
      Place there = below(&place, member.key, &shape);
      there.member = member.meant != nullptr ? member.meant->name : std::string_view();
      there.property = member.meant;
      there.home = member.home;
      judge(there, shape.key_rules,
            Keyword::additional_properties | (member.missing ? Keyword::required : Keyword::none));
    }
    if (object.incomplete())
      return;
    std::uint64_t missed =
        shape.missed & ~level.accounted_for & (streams_ ? ~std::uint64_t{0} : ~shape.missed_in_streams);
    for (; missed != 0; missed &= missed - 1) {
      const Property &property = shape.properties[static_cast<std::size_t>(std::countr_zero(missed))];
      judge(absent(place, property), property.absent_rules, Keyword::required);
    }
  }

  /// What is expected of the value of a member under a wrong name: a guess needs a value that fits.
  const Property &meant(const UnknownMember &unknown, const Shape &shape) const {
    if (unknown.home == &shape)
      return *shape.unnamed;
    const bool fits = unknown.meant != nullptr && (unknown.meant->shape->allows(unknown.value.kind()) ||
                                                   same_word(unknown.key.text(), unknown.meant->name));
    return fits ? *unknown.meant : *unnamed(contract_.tables_, nullptr);
  }

  Place absent(const Place &object, const Property &property) {
    Place there = below(&object, Value(), object.shape);
    there.member = property.name;
    there.property = &property;
    return there;
  }

  static const Rule *worst_broken(const Place &place, Rules rules, Keyword violated) {
    const auto asked = [&](const Rule &rule) { return is_asked(rule, place.value.kind(), violated); };
    return first_broken(rules, bits_of(rules, asked), place);
  }

  /// Whether a value is a placeholder, and placeholders are allowed: it can stand for any value.
  bool left_out(const Value &value) const {
    return settings_.placeholders && value.is(Kind::string) && placeholder_in(value.contents());
  }

  /// Records the first rule that a place breaks.
  void judge(const Place &place, Rules rules, Keyword violated) {
    if (place.value.marked() || left_out(place.value))
      return;
    if (const Rule *rule = worst_broken(place, rules, violated))
      record(rule, place);
  }

  /// The same where no keyword is broken.
  void judge(const Place &place, const RuleSet &rules, Marks marks) {
    if (left_out(place.value))
      return;
    const Kind kind = place.value.kind();
    const Marks wanted = rules.wanted[static_cast<std::size_t>(kind)];
    const RuleSet::Bits asked = rules.asked_with(marks | marks_of(place.value, wanted), kind);
    if (const Rule *rule = first_broken(rules.all, streams_ ? asked : asked & ~rules.of_streams, place))
      record(rule, place);
  }

  void record(const Rule *rule, const Place &place) {
    const Value &at = place.value.absent() ? place.parent : place.value;
    record(rule, place, at.offset(), place.value.absent() ? 1 : at.length(), at.index());
  }

  void record(const Rule *rule, const Place &place, std::uint32_t offset, std::uint32_t length, std::uint32_t node) {
    if (!place.value.absent()) {
      assert(!place.value.marked());
      document_.mark(place.value.index());
    }
    mistakes_.push_back({rule, place, offset, length, node});
    // These are only valid during the walk.
    mistakes_.back().place.within = nullptr;
    mistakes_.back().place.siblings = nullptr;
  }

  const Contract &contract_;
  Document &document_;
  const Settings &settings_;
  const bool streams_ = settings_.streams != nullptr;
  std::vector<Mistake> &mistakes_;
  Siblings &siblings_;
  OpenObject *level_ = nullptr;
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
};

void Contract::walk(Document &document, const Shape &root, const Shape *unit, const Settings &settings,
                    std::vector<Mistake> &mistakes, std::vector<std::uint32_t> &units, Siblings &siblings) const {
  Walk(*this, document, settings, mistakes, siblings).run(root, unit, units);
}

void Contract::walk_parts(Document &document, const Shape &root, const Shape *unit,
                          std::span<const std::uint32_t> nodes, const Settings &settings,
                          std::vector<Mistake> &mistakes, std::vector<std::uint32_t> &units, Siblings &siblings) const {
  Walk(*this, document, settings, mistakes, siblings).run_parts(root, unit, nodes, units);
}

void Contract::finish(Document &document, const Shape &root, const Settings &settings, std::vector<Mistake> &mistakes,
                      Siblings &siblings) const {
  Walk(*this, document, settings, mistakes, siblings).finish(root);
}

} // namespace stslint
