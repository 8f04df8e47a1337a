#include "certifier.hpp"

#include "../contract/expected.hpp"
#include "../document/parser.hpp"

#include <algorithm>
#include <bit>

namespace stslint {

Certifier::Certifier(const Contract &contract, const PartShapes &part_shapes, Document &document,
                     const Settings &settings, Siblings &siblings)
    : tables_(contract.tables()), part_shapes_(part_shapes), document_(document), settings_(settings),
      siblings_(siblings), followers_(tables_.turns) {
  free_.additional = free_.items = &free_;
  free_.unnamed = &unasked_;
  unasked_.shape = &free_;
}

std::optional<std::span<const std::uint32_t>> Certifier::left_to_walk(std::string_view bytes, const Shape &root,
                                                                      const Shape *unit,
                                                                      std::vector<std::uint32_t> &units) {
  start(bytes, root, unit, units);
  if (!FastParser(document_).parse(bytes, *this)) {
    Parser(document_).parse(bytes);
    return std::nullopt;
  }
  if (!all_ && document_.flaws().empty())
    answer();
  if (all_ || !document_.flaws().empty())
    return std::nullopt;
  std::ranges::sort(parts_);
  parts_.erase(std::unique(parts_.begin(), parts_.end()), parts_.end());
  return parts_;
}

void Certifier::start(std::string_view bytes, const Shape &root, const Shape *unit, std::vector<std::uint32_t> &units) {
  idle_ = settings_.streams == nullptr ? ~RuleSet::Bits{0} : 0;
  start_ = bytes.data();
  size_ = bytes.size();
  last_key_ = start_ + size_ - std::min(size_, std::tuple_size_v<decltype(Property::key)> + 1);
  unit_ = unit;
  units_ = &units;
  units.clear();
  whole_.shape = &root;
  expected_ = &whole_;
  levels.last = levels.all.data();
  *levels.last = {};
  all_ = false;
  parts_.clear();
  questions_.clear();
  ancestors_.clear();
  around_ = deepest_ = standing_count_ = 0;
}

/// The next value is that of this property.
inline void Certifier::expect(std::size_t property) {
  const Shape &shape = *levels.last->expected->shape;
  expected_ = &shape.properties[property];
  levels.last->named |= std::uint64_t{1} << property;
  levels.last->guesses = followers_.data() + shape.first_turn + property + 1;
}

/// The next value has this shape; without a shape, it can be anything.
inline void Certifier::expect(const Shape *shape) { expected_ = unnamed(tables_, shape); }

/// Objects of a shape mostly have their members in the same order. So the last two members that came at this point are
/// tried, and then the one that comes next in the schema.
inline const char *Certifier::expected_key(const char *at, Node &node) {
  if (at >= last_key_) [[unlikely]]
    return nullptr;
  std::size_t which = (*levels.last->guesses)[0];
  if (!is_key(at, which)) [[unlikely]] {
    which = (*levels.last->guesses)[1];
    if (!is_key(at, which)) {
      which =
          static_cast<std::size_t>(levels.last->guesses - followers_.data()) - levels.last->expected->shape->first_turn;
      if (!is_key(at, which))
        return nullptr;
    }
  }
  return take_key(at, which, node);
}

/// Whether a key is the name of the property, and the object does not have it yet.
inline bool Certifier::is_key(const char *at, std::size_t property) const {
  const Shape &shape = *levels.last->expected->shape;
  return property < shape.properties.size() && (levels.last->named >> property & 1) == 0 &&
         scan::begins(at + 1, shape.properties[property].key, shape.properties[property].key_bytes);
}

inline const char *Certifier::take_key(const char *at, std::size_t property, Node &node) {
  const Shape &shape = *levels.last->expected->shape;
  const std::size_t length = shape.properties[property].name.size() + 2;
  node = Node::at(static_cast<std::uint32_t>(at - start_), static_cast<std::uint32_t>(length), Kind::string);
  node.key = true;
  node.hash = shape.hashes[property];
  expect(property);
  return at + length;
}

bool Certifier::other_key(const Node &key, std::string_view name) {
  const Shape &shape = *levels.last->expected->shape;
  if (shape.names != nullptr) {
    expect(shape.names);
    string(key, {start_ + key.offset + 1, key.length - 2});
  }
  if (const Property *found = shape.property(name, key.hash)) {
    const auto which = static_cast<std::size_t>(found - shape.properties.data());
    levels.last->alike |= (levels.last->named >> which & 1) != 0;
    *levels.last->guesses = {static_cast<std::uint8_t>(which), (*levels.last->guesses)[0]};
    expect(which);
    return true;
  }
  expected_ = levels.last->expected;
  if (&shape != &free_ && (shape.closed() || names_secret(name)))
    give_up(index(key));
  expect(levels.last->expected->shape->additional);
  return false;
}

inline void Certifier::item() {
  if (levels.last->expected != nullptr)
    expect(levels.last->expected->shape->item(levels.last->index++));
}

[[gnu::always_inline]] inline void Certifier::string(const Node &node, std::string_view contents) {
  const Shape &shape = *expected_->shape;
  if (!in_bounds(node, Kind::string, [&] { return contents.size() >= shape.sure_bytes && !node.escaped; })) [[unlikely]]
    return give_up(index(node));
  const Marks wanted = expected_->rules.wanted[static_cast<std::size_t>(Kind::string)];
  Marks marks = marks_of_string(contents, node.escaped, wanted,
                                static_cast<std::size_t>(start_ + size_ - contents.data()) - contents.size());
  if ((wanted & (may_repeat_start | may_repeat)) != 0) [[unlikely]]
    marks |= repeat_marks(node.escaped ? at(index(node)).view() : contents, wanted);
  ask_with(marks, node, Kind::string);
}

[[gnu::always_inline]] inline void Certifier::word(const Node &node) {
  const Shape &shape = *expected_->shape;
  const Kind kind = node.kind;
  const bool number = kind == Kind::number;
  const auto sure = [&] { return number && node.hash - 1u < shape.sure_digits && start_[node.offset] != '0'; };
  if (!in_bounds(node, kind, sure)) [[unlikely]]
    return give_up(index(node));
  ask_with(number ? marks_of_number(node.hash) : Marks{0}, node, kind);
}

/// Whether a value is of the right kind and within its bounds, of which it may be `sure` without a closer look.
template <typename Sure> bool Certifier::in_bounds(const Node &node, Kind kind, Sure sure) const {
  const Shape &shape = *expected_->shape;
  return shape.allows(kind) &&
         ((shape.bounded & bit(kind)) == 0 || sure() || !any(shape.broken_bounds(at(index(node)))));
}

/// Asks the rules about a value that shows these marks, beside those of its name.
[[gnu::always_inline]] inline void Certifier::ask_with(Marks marks, const Node &node, Kind kind) {
  const RuleSet::Bits asked = expected_->rules.asked_with(marks | expected_->marks, kind);
  if (asked != 0 && !ask(index(node), asked)) [[unlikely]]
    give_up(index(node));
}

inline void Certifier::open(const Node &node) {
  if (!expected_->shape->allows(node.kind)) [[unlikely]]
    give_up(index(node));
  const Shape &shape = *expected_->shape;
  if (&shape == unit_) [[unlikely]]
    units_->push_back(index(node));
  Level &level = *++levels.last;
  level.expected = expected_;
  level.ancestor = 0;
  // Sets what objects need and what lists need: a branch would be hard to predict.
  level.guesses = followers_.data() + shape.first_turn;
  level.index = 0;
  level.named = level.begun = level.held = 0;
}

[[gnu::always_inline]] inline void Certifier::close(const Node &node) {
  Level &level = *levels.last;
  expected_ = level.expected;
  const Shape &shape = *expected_->shape;
  bool good = (shape.bounded & bit(node.kind)) == 0 || !any(shape.broken_bounds(at(level.node)));
  if (node.kind == Kind::object) [[likely]]
    for (std::uint64_t missed = shape.missed & ~level.named & ~(shape.missed_in_streams & idle_); good && missed != 0;
         missed &= missed - 1)
      good = ask_absent(level, shape.properties[static_cast<std::size_t>(std::countr_zero(missed))]);
  --levels.last;
  if (!good) [[unlikely]]
    return give_up(level.node);
  ask_with(0, node, node.kind);
}

/// Something is wrong with the value of that node, of which expected_ is expected: leaves the part around it, or else
/// the whole text, to the walk. The rest of that part or text is only parsed.
[[gnu::cold, gnu::noinline]] void Certifier::give_up(std::uint32_t node) {
  Level *part = levels.all.data() + 1;
  while (part <= levels.last && !is_part(part->expected->shape))
    ++part;
  const bool within = part <= levels.last;
  // The list around a part looks at the kind of its items, so a part of the wrong kind concerns the whole text.
  if (!within && !(is_part(expected_->shape) && expected_->shape->allows(at(node).kind()))) {
    all_ = true;
    questions_.clear();
    return give_up_levels(levels.all.data() + 1);
  }
  if (within) {
    node = part->node;
    give_up_levels(part);
  }
  parts_.push_back(node);
  expected_ = &unasked_;
  const auto first = [&](const Question &question) {
    return question.node == Question::nobody ? ancestors_[question.within - 1].node : question.node;
  };
  while (!questions_.empty() && first(questions_.back()) >= node)
    questions_.pop_back();
}

/// Stops checking these levels. The keys that were recognized in them have no remembered hash, so their objects are
/// searched for duplicate keys.
void Certifier::give_up_levels(Level *first) {
  for (Level *level = first; level <= levels.last; ++level) {
    level->alike |= level->named != 0;
    level->expected = &unasked_;
  }
  expected_ = &unasked_;
}

/// Asks rules about a value, or notes that they are to be asked. False if one is broken, or if too much is noted.
[[gnu::always_inline]] inline bool Certifier::ask(std::uint32_t node, RuleSet::Bits asked) {
  const RuleSet &rules = expected_->rules;
  asked &= ~(rules.of_streams & idle_);
  const RuleSet::Bits now = asked & rules.context_free, later = asked & ~now;
  if (now != 0) {
    here_.value = at(node);
    expect_at(here_, *expected_);
    if (first_broken(rules.all, now, here_) != nullptr) [[unlikely]]
      return false;
  }
  return later == 0 || put_down(node, later);
}

/// Likewise, about a member that is not there.
inline bool Certifier::ask_absent(Level &level, const Property &property) {
  const auto asked = [&](bool context_free) {
    return bits_of(property.absent_rules, [&](const Rule &rule) {
      return rule.context_free == context_free && is_asked(rule, Kind::broken, Keyword::required) &&
             (rule.scope != Scope::stream || idle_ == 0);
    });
  };
  here_.value = Value();
  here_.parent = at(level.node);
  here_.member = property.name;
  here_.property = &property;
  here_.shape = level.expected->shape;
  const bool broken = first_broken(property.absent_rules, asked(true), here_) != nullptr;
  here_.parent = Value();
  const RuleSet::Bits later = asked(false);
  return !broken && (later == 0 || put_down({Question::nobody, ancestor_of(level), later, &property}));
}

bool Certifier::put_down(std::uint32_t node, RuleSet::Bits asked) {
  return put_down({node, ancestor_of(*levels.last), asked, expected_});
}

/// Questions take memory: a text that raises one every few bytes is left to the walk, which asks them at once.
inline bool Certifier::put_down(const Question &question) {
  if (questions_.size() > size_ / 16 + 256) [[unlikely]]
    return false;
  questions_.push_back(question);
  return true;
}

/// Whether a string of a list, or of an object in it, may repeat one before it, as far as a bit for each can tell.
inline Marks Certifier::repeat_marks(std::string_view text, Marks wanted) {
  Level &list = expected_->name.empty() ? *levels.last : levels.last[-1];
  Marks marks = 0;
  const auto enter = [&](std::uint64_t &seen, unsigned what, Marks mark) {
    const std::uint64_t bit = std::uint64_t{1} << (what & 63);
    marks |= (seen & bit) != 0 ? mark : 0;
    seen |= bit;
  };
  if ((wanted & may_repeat) != 0)
    enter(list.held, key_hash(text), may_repeat);
  if ((wanted & may_repeat_start) != 0) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    const bool empty_key = byte(0) == ':';
    enter(list.begun, byte(0) + (empty_key ? 0 : 5 * byte(1)), may_repeat_start);
  }
  return marks;
}

/// The number of the ancestor for a container, which is added if needed.
inline std::uint32_t Certifier::ancestor_of(Level &level) {
  if (level.ancestor == 0 && level.expected != nullptr) {
    const std::uint32_t within = ancestor_of(*(&level - 1));
    ancestors_.push_back({within, static_cast<std::uint32_t>(&level - levels.all.data()), level.node, level.expected});
    level.ancestor = static_cast<std::uint32_t>(ancestors_.size());
    deepest_ = std::max(deepest_, ancestors_.back().depth);
  }
  return level.ancestor;
}

/// Asks the questions that were noted.
void Certifier::answer() {
  siblings_.forget();
  if (places_.size() <= deepest_)
    places_.resize(deepest_ + 1);
  for (const Question &question : questions_) {
    if (holds(question))
      continue;
    const auto part = part_with(question);
    if (!part) {
      all_ = true;
      return;
    }
    parts_.push_back(*part);
  }
}

/// The outermost part that contains the place of a question, if there is one.
std::optional<std::uint32_t> Certifier::part_with(const Question &question) const {
  std::optional<std::uint32_t> part;
  if (question.node != Question::nobody && is_part(question.expected->shape))
    part = question.node;
  for (std::uint32_t at = question.within; at != 0; at = ancestors_[at - 1].within)
    if (is_part(ancestors_[at - 1].expected->shape))
      part = ancestors_[at - 1].node;
  return part;
}

inline bool Certifier::holds(const Question &question) {
  const bool absent = question.node == Question::nobody;
  if (question.within != around_ && question.within != 0)
    go_to(question.within);
  around_ = question.within;
  const Ancestor *ancestor = around_ == 0 ? nullptr : &ancestors_[around_ - 1];
  Place &place = places_[0];
  stand(place, ancestor, absent ? Value() : at(question.node), question.expected);
  if (absent)
    place.shape = ancestor->expected->shape;
  const Rules rules = absent ? question.expected->absent_rules : question.expected->rules.all;
  return first_broken(rules, question.asked, place) == nullptr;
}

inline void Certifier::stand(Place &place, const Ancestor *within, Value value, const Property *expected) {
  place.value = value;
  place.parent = within == nullptr ? Value() : at(within->node);
  expect_at(place, *expected);
  place.settings = &settings_;
  place.document = &document_;
  place.siblings = &siblings_;
  place.within = within == nullptr ? nullptr : &places_[within->depth];
}

/// Makes the places of a container and of those around it. Questions come in the order of the text, so that most of
/// them are still there.
void Certifier::go_to(std::uint32_t number) {
  const Ancestor &ancestor = ancestors_[number - 1];
  if (ancestor.depth < standing_count_ && standing_[ancestor.depth] == number)
    return;
  const Ancestor *within = nullptr;
  if (ancestor.within != 0) {
    go_to(ancestor.within);
    within = &ancestors_[ancestor.within - 1];
  }
  stand(places_[ancestor.depth], within, at(ancestor.node), ancestor.expected);
  standing_[ancestor.depth] = number;
  standing_count_ = ancestor.depth + 1;
}

} // namespace stslint
