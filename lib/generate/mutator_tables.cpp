#include "mutator_tables.hpp"

#include "../text/text_pool.hpp"
#include "case_templates.hpp"

#include <algorithm>
#include <deque>

namespace stslint {
namespace {

constexpr std::size_t most_good = 8, most_bad_of_a_rule = 3, longest = 1200;
constexpr std::uint16_t no_slot = 0xFFFF;

struct Slot {
  const Shape *shape;
  const Property *property;
  std::vector<std::string> good, bad;
  std::map<const Rule *, std::size_t> broken = {}; ///< how many of the bad ones are of a rule
};

class MutatorTables {
public:
  MutatorTables() : contract_(standard_contract()), parts_(contract_) {
    slot(*contract_.shape("payload"));
    for (const std::string_view form : forms())
      slot(*contract_.shape(form));
    for (std::size_t i = 0; i < slots_.size(); ++i)
      discover(slots_[i]);
    add_bad();
  }

  std::string source() {
    std::string values, members, tuples, slots;
    std::size_t value_count = 0, member_count = 0, tuple_count = 0;
    const auto range = [](std::size_t &count, std::size_t more) {
      count += more;
      return '{' + std::to_string(count - more) + ',' + std::to_string(more) + "},";
    };
    for (const Slot &slot : slots_) {
      const Shape &shape = *slot.shape;
      slots += '{';
      for (const auto *texts : {&slot.good, &slot.bad}) {
        for (const std::string &text : *texts)
          values += entry(text);
        slots += range(value_count, texts->size());
      }
      for (const Property &property : shape.properties)
        members += '{' + entry(property.name) + std::to_string(this->slot(*property.shape, &property)) + ',' +
                   (wanted(property) ? "true" : "false") + "},";
      slots += range(member_count, shape.properties.size());
      for (const Shape *item : shape.tuple)
        tuples += std::to_string(this->slot(*item)) + ',';
      slots += range(tuple_count, shape.tuple.size());
      for (const Shape *inner : {shape.items, shape.additional, shape.names})
        slots += std::to_string(inner == nullptr ? no_slot : this->slot(*inner)) + ',';
      slots += "},\n";
    }
    return "#include \"tables.hpp\"\n\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\nnamespace "
           "stslint::mutator {\n\n" +
           texts_.source() + "const Text values[] = {" + values + "};\nconst MemberName members[] = {" + members +
           "};\nconst std::uint16_t tuples[] = {" + tuples + "};\nconst Slot slots[] = {\n" + slots +
           "};\nconst std::uint16_t slot_count = " + std::to_string(slots_.size()) +
           ";\n\n} // namespace stslint::mutator\n";
  }

private:
  std::string entry(std::string_view text) {
    return '{' + std::to_string(texts_.add(text)) + ',' + std::to_string(text.size()) + "},";
  }

  /// A member with examples of its own is something else than its shape.
  static const void *key(const Shape &shape, const Property *property) {
    return property != nullptr && property->has_own_examples() ? static_cast<const void *>(property) : &shape;
  }

  std::uint16_t slot(const Shape &shape, const Property *property = nullptr) {
    const void *what = key(shape, property);
    const auto [known, fresh] = index_.try_emplace(what, static_cast<std::uint16_t>(slots_.size()));
    if (fresh)
      slots_.push_back({&shape, what == property ? property : nullptr, {}, {}});
    return known->second;
  }

  void discover(Slot &slot) {
    const Shape &shape = *slot.shape;
    for (const Property &property : shape.properties)
      this->slot(*property.shape, &property);
    for (const Shape *item : shape.tuple)
      this->slot(*item);
    for (const Shape *inner : {shape.items, shape.additional, shape.names})
      if (inner != nullptr)
        this->slot(*inner);
    // Some of each size, the simplest among them.
    std::vector<std::string> all = parts_.of(shape, slot.property);
    std::erase_if(all, [](const std::string &text) { return text.size() > longest; });
    for (std::size_t i = 0; i < std::min(most_good, all.size()); ++i)
      slot.good.push_back(all[i * all.size() / std::min(most_good, all.size())]);
    // On both sides, whatever the contract thinks of it: a bound is where it may be wrong.
    slot.bad = around_bounds(shape);
    if (!shape.allows(Kind::null)) // what programs write for what is not there
      slot.bad.emplace_back("null");
  }

  /// Every rule's fault at every place: what then stands in the smallest value around it breaks the rule.
  void add_bad() {
    const Settings settings{.now = example_now, .max_age = example_max_age};
    const std::vector<std::string> bases = parts_.of(*contract_.shape("payload"));
    for (const std::string &base : bases) {
      Document document;
      document.parse(base);
      std::map<std::uint32_t, std::uint16_t> slot_of;
      contract_.each_place(document, "payload", settings, [&](const Place &place) {
        const bool named = !place.value.absent() && document.nodes()[place.value.index()].key;
        if (!place.value.absent() && (!named || place.shape == place.within->shape->names))
          if (const auto known = index_.find(key(*place.shape, place.property)); known != index_.end())
            slot_of[place.value.index()] = known->second;
      });
      for (const Rule *rule : all_rules())
        if (rule->fault != nullptr && rule->scope != Scope::stream)
          contract_.visit(document, "payload", *rule, settings, [&](const Place &place) {
            Decisions decisions(place.value.index() + base.size());
            if (const Edits edits = rule->fault(place, decisions); !edits.empty())
              add_bad(document, *rule, edits, slot_of);
          });
    }
  }

  /// What breaks a rule is kept as the smallest value around, and as the smallest object, which the rule may be about.
  void add_bad(const Document &document, const Rule &rule, const Edits &edits,
               const std::map<std::uint32_t, std::uint16_t> &slot_of) {
    Value smallest = document.root(), object = smallest;
    for (const auto &[node, slot] : slot_of) {
      const Value value(document, node);
      if (value.offset() > edits.front().offset ||
          edits.back().offset + edits.back().length > value.offset() + value.length())
        continue;
      if (value.length() < smallest.length())
        smallest = value;
      if (value.length() < object.length() && value.is(Kind::object))
        object = value;
    }
    keep(smallest, rule, edits, slots_[slot_of.at(smallest.index())]);
    keep(object, rule, edits, slots_[slot_of.at(object.index())]);
  }

  void keep(const Value &value, const Rule &rule, Edits edits, Slot &slot) {
    for (Edit &edit : edits)
      edit.offset -= value.offset();
    const std::string text = edited(value.raw(), edits);
    Document broken;
    broken.parse(text);
    const bool is_json =
        std::ranges::all_of(broken.flaws(), [](const Flaw &flaw) { return flaw.kind >= FlawKind::lone_surrogate; });
    if (!is_json || text.size() > longest || slot.broken[&rule] == most_bad_of_a_rule ||
        std::ranges::find(slot.bad, text) != slot.bad.end())
      return;
    ++slot.broken[&rule];
    slot.bad.push_back(text);
  }

  const Contract &contract_;
  Parts parts_;
  std::deque<Slot> slots_;
  std::map<const void *, std::uint16_t> index_;
  TextPool texts_;
};

} // namespace

std::string mutator_tables() { return MutatorTables().source(); }

} // namespace stslint
