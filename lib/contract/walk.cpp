#include "expected.hpp"
#include "wrapped_list.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace stslint {
namespace {

/// The value or key that a flaw is about, rather than the text around it.
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
    // Of the whole only what breaks the schema is told here: finish() asks the rest.
    Property whole{.shape = &root};
    whole.rules.all = root.unnamed->rules.all;
    if (!document_.root().absent())
      value(nullptr, document_.root(), whole);
  }

  /// Only these nodes, in order; around them, nothing is wrong.
  void run_parts(const Shape &root, std::span<const std::uint32_t> nodes) {
    siblings_.forget();
    Property whole{.shape = &root};
    whole.rules.all = root.unnamed->rules.all;
    part(nullptr, document_.root(), whole, 0, nodes);
  }

  void finish(const Shape &root) {
    if (const Value whole = document_.root(); !whole.absent() && !whole.marked())
      judge(below(nullptr, whole, &root), root.unnamed->rules, 0);
    flaws(false);
    if (!std::ranges::is_sorted(mistakes_, {}, &Mistake::offset))
      std::ranges::stable_sort(mistakes_, {}, &Mistake::offset);
  }

private:
  /// Flaws that are errors come before the walk, for whatever else stands at their place; the others only speak where
  /// the walk did not.
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

  /// A place within another, with what all places of the walk know.
  Place below(const Place *outer, const Value &value, const Shape *shape) {
    return {.value = value,
            .parent = outer == nullptr ? Value() : outer->value,
            .shape = shape,
            .settings = &settings_,
            .document = &document_,
            .siblings = &siblings_,
            .within = outer};
  }

  /// `marks` are those of the place, and of a name that the contract does not give.
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

  /// Those of the nodes that are in a value, which are then done.
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
    Level level{place, value, shape, level_};
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

  /// A list that should hold lists, but holds what one of those would: the outer brackets are missing.
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

  /// An object of named members at work, and those around it. A member is accounted for if it is
  /// there, or somebody meant it by another name or put it into another of these objects.
  struct Level {
    const Place &place;
    const Value object;
    const Shape &shape;
    Level *outer;
    std::uint64_t accounted_for = 0;                                    ///< a bit for each property
    std::vector<std::pair<std::uint32_t, const Property *>> moved = {}; ///< what its members' objects have here

    std::uint64_t bit(const Property &property) const {
      return std::uint64_t{1} << (&property - shape.properties.data());
    }
    bool wants(const Property &property) const { return (accounted_for & bit(property)) == 0; }
    void account_for(const Property &property) { accounted_for |= bit(property); }
  };

  /// A key that its object does not know, and what somebody probably meant by it.
  struct UnknownMember {
    Value key, value;
    const Property *meant = nullptr;
    const Shape *home = nullptr; ///< what the member belongs in, if not in this object
    bool missing = false;        ///< the member is required, and nowhere else
  };

  void object(const Place &place, Marks marks) {
    const Value object = place.value;
    const Shape &shape = *place.shape;
    Level level{place, object, shape, level_};
    std::vector<UnknownMember> unknown_members;
    const bool closed = shape.closed();
    for (const Member member : object.members())
      if (const Property *property = shape.property(member.key))
        level.account_for(*property);
      else if (closed && !member.key.marked())
        unknown_members.push_back({member.key, member.value});
    if (closed) {
      if (level.outer != nullptr || !unknown_members.empty())
        resolve(level, unknown_members);
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

  /// Finds out which member each unknown one was meant to be, and which unknown members around this object belong in
  /// it.
  void resolve(Level &level, std::vector<UnknownMember> &unknown_members) {
    if (level.outer != nullptr)
      for (const auto &[object, property] : level.outer->moved)
        if (level.object.index() == object)
          level.account_for(*property);
    for (UnknownMember &unknown : unknown_members) {
      if (is_wrapper(unknown, level) || is_misspelt(unknown, level) || belongs_within(unknown, level))
        continue;
      belongs_without(unknown, level);
    }
  }

  /// It holds members that this object wants: one level too many.
  static bool is_wrapper(UnknownMember &unknown, Level &level) {
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

  bool is_misspelt(UnknownMember &unknown, Level &level) {
    unknown.meant = meant_by(unknown.key.text(), level);
    if (unknown.meant == nullptr)
      return false;
    const Rule *rule =
        worst_broken(absent(level.place, *unknown.meant), unknown.meant->absent_rules, Keyword::required);
    unknown.missing = rule != nullptr && rule->severity == Severity::error;
    level.account_for(*unknown.meant);
    return true;
  }

  /// A member of one of this object's members has it, or would if that were there.
  static bool belongs_within(UnknownMember &unknown, Level &level) {
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

  /// One of the objects around this one has it.
  static void belongs_without(UnknownMember &unknown, Level &level) {
    for (Level *outer = level.outer; outer != nullptr; outer = outer->outer)
      if (const Property *meant = property_for(outer->shape, unknown); meant != nullptr && outer->wants(*meant)) {
        unknown.meant = meant;
        unknown.home = &outer->shape;
        unknown.missing = meant->required;
        outer->account_for(*meant);
        return;
      }
  }

  /// The member of that very name, if the value could be its.
  static const Property *property_for(const Shape &shape, const UnknownMember &unknown) {
    const Property *property = shape.closed() ? shape.property(unknown.key) : nullptr;
    return property != nullptr && property->shape->allows(unknown.value.kind()) ? property : nullptr;
  }

  /// The member, not accounted for yet, that the author of `key` meant.
  const Property *meant_by(std::string_view key, const Level &level) const {
    const Shape &shape = level.shape;
    for (const Slip &slip : contract_.slips_)
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

  static const Rule *worst_broken(const Place &place, Rules rules, Keyword violated) {
    const auto asked = [&](const Rule &rule) { return is_asked(rule, place.value.kind(), violated); };
    return first_broken(rules, bits_of(rules, asked), place);
  }

  /// The place takes its first broken rule.
  void judge(const Place &place, Rules rules, Keyword violated) {
    if (place.value.marked())
      return;
    if (const Rule *rule = worst_broken(place, rules, violated))
      record(rule, place);
  }

  /// The same where no keyword is broken.
  void judge(const Place &place, const RuleSet &rules, Marks marks) {
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
    // Which only stand while the walk is there.
    mistakes_.back().place.within = nullptr;
    mistakes_.back().place.siblings = nullptr;
  }

  const Contract &contract_;
  Document &document_;
  const Settings &settings_;
  const bool streams_ = settings_.streams != nullptr;
  std::vector<Mistake> &mistakes_;
  Siblings &siblings_;
  Level *level_ = nullptr;
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
};

void Contract::walk(Document &document, const Shape &root, const Shape *unit, const Settings &settings,
                    std::vector<Mistake> &mistakes, std::vector<std::uint32_t> &units, Siblings &siblings) const {
  Walk(*this, document, settings, mistakes, siblings).run(root, unit, units);
}

void Contract::walk_parts(Document &document, const Shape &root, std::span<const std::uint32_t> nodes,
                          const Settings &settings, std::vector<Mistake> &mistakes, Siblings &siblings) const {
  Walk(*this, document, settings, mistakes, siblings).run_parts(root, nodes);
}

void Contract::finish(Document &document, const Shape &root, const Settings &settings, std::vector<Mistake> &mistakes,
                      Siblings &siblings) const {
  Walk(*this, document, settings, mistakes, siblings).finish(root);
}

} // namespace stslint
