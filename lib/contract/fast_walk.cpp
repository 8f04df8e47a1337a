#include "fast_walk.hpp"

#include "expected.hpp"

#include <algorithm>
#include <bit>

namespace stslint {

bool FastWalk::clean(std::string_view bytes, const Shape &root, const Shape *unit, std::vector<Finding> &findings,
                     std::vector<std::uint32_t> &units) {
  unit_ = unit;
  units_ = &units;
  start_ = bytes.data();
  size_ = bytes.size();
  last_key_ = start_ + size_ - std::min(size_, std::tuple_size_v<decltype(Property::key)> + 1);
  *levels.last = {};
  expect(&root);
  workspace_.followers.resize(contract_.tables_.turns);
  followers_ = workspace_.followers.data();
  workspace_.questions.clear();
  workspace_.spots.clear();
  return FastParser(document_).parse(bytes, *this) && document_.flaws().empty() && answer(findings);
}

/// The value that comes is the one of that member.
inline void FastWalk::expect(std::size_t property) {
  const Shape &shape = *levels.last->expected->shape;
  expected_ = &shape.properties[property];
  levels.last->said |= std::uint64_t{1} << property;
  levels.last->guesses = followers_ + shape.first_turn + property + 1;
}

/// Another value, of that shape; without one, anything.
inline void FastWalk::expect(const Shape *shape) { expected_ = unnamed(contract_.tables_, shape); }

/// Objects of a shape mostly have their members in the same order, so those that stood there the last times are tried,
/// and the one that the schema names next.
inline const char *FastWalk::expected_key(const char *at, Node &node) {
  if (at >= last_key_) [[unlikely]]
    return nullptr;
  std::size_t which = (*levels.last->guesses)[0];
  if (!is_key(at, which)) [[unlikely]] {
    which = (*levels.last->guesses)[1];
    if (!is_key(at, which)) {
      which = static_cast<std::size_t>(levels.last->guesses - followers_) - levels.last->expected->shape->first_turn;
      if (!is_key(at, which))
        return nullptr;
    }
  }
  return take_key(at, which, node);
}

/// Whether a key is that of the property, which was not there yet.
inline bool FastWalk::is_key(const char *at, std::size_t property) const {
  const Shape &shape = *levels.last->expected->shape;
  return property < shape.properties.size() && (levels.last->said >> property & 1) == 0 &&
         scan::begins(at + 1, shape.properties[property].key, shape.properties[property].key_bytes);
}

inline const char *FastWalk::take_key(const char *at, std::size_t property, Node &node) {
  const Shape &shape = *levels.last->expected->shape;
  const std::size_t length = shape.properties[property].name.size() + 2;
  node = Node::at(static_cast<std::uint32_t>(at - start_), static_cast<std::uint32_t>(length), Kind::string);
  node.key = true;
  node.hash = shape.hashes[property];
  expect(property);
  return at + length;
}

Named FastWalk::other_key(const Node &key, std::string_view name) {
  const Shape &shape = *levels.last->expected->shape;
  if (shape.names != nullptr) {
    expect(shape.names);
    if (!string(key, {start_ + key.offset + 1, key.length - 2}))
      return Named::refused;
  }
  if (const Property *found = shape.property(name, key.hash)) {
    const auto which = static_cast<std::size_t>(found - shape.properties.data());
    if ((levels.last->said >> which & 1) != 0)
      return Named::refused;
    *levels.last->guesses = {static_cast<std::uint8_t>(which), (*levels.last->guesses)[0]};
    expect(which);
    return Named::yes;
  }
  if (shape.closed() || names_secret(name))
    return Named::refused;
  expect(shape.additional);
  return Named::no;
}

inline void FastWalk::item() {
  if (levels.last->expected != nullptr)
    expect(levels.last->expected->shape->item(levels.last->index++));
}

[[gnu::always_inline]] inline bool FastWalk::string(const Node &node, std::string_view contents) {
  const Shape &shape = *expected_->shape;
  if (!in_bounds(node, Kind::string, [&] { return contents.size() >= shape.sure_bytes && !node.escaped; })) [[unlikely]]
    return false;
  const Marks wanted = expected_->rules.wanted[static_cast<std::size_t>(Kind::string)];
  Marks marks = marks_of_string(contents, node.escaped, wanted,
                                static_cast<std::size_t>(start_ + size_ - contents.data()) - contents.size());
  if ((wanted & (may_repeat_start | may_repeat)) != 0) [[unlikely]]
    marks |= likeness(node.escaped ? at(index(node)).view() : contents, wanted);
  return ask_with(marks, node, Kind::string);
}

[[gnu::always_inline]] inline bool FastWalk::word(const Node &node) {
  const Shape &shape = *expected_->shape;
  const Kind kind = node.kind;
  const bool number = kind == Kind::number;
  const auto sure = [&] { return number && node.hash - 1u < shape.sure_digits && start_[node.offset] != '0'; };
  return in_bounds(node, kind, sure) && ask_with(number ? marks_of_number(node.hash) : Marks{0}, node, kind);
}

/// Whether a value is of the right kind and within its bounds, of which it may be `sure` without a closer look.
template <typename Sure> bool FastWalk::in_bounds(const Node &node, Kind kind, Sure sure) const {
  const Shape &shape = *expected_->shape;
  return shape.allows(kind) &&
         ((shape.bounded & bit(kind)) == 0 || sure() || !any(shape.broken_bounds(at(index(node)))));
}

/// Asks the rules about a value that shows these marks, beside those of its name.
inline bool FastWalk::ask_with(Marks marks, const Node &node, Kind kind) {
  const RuleSet::Bits asked = expected_->rules.asked_with(marks | expected_->marks, kind);
  if (asked != 0)
    return ask(index(node), asked);
  return true;
}

inline bool FastWalk::open(const Node &node) {
  const Shape &shape = *expected_->shape;
  if (!shape.allows(node.kind)) [[unlikely]]
    return false;
  if (&shape == unit_) [[unlikely]]
    units_->push_back(index(node));
  Level &level = *++levels.last;
  level.expected = expected_;
  level.spot = 0;
  // Which of the two it is is hard to guess, and what the other needs quickly done.
  level.guesses = followers_ + shape.first_turn;
  level.index = 0;
  level.said = level.begun = level.held = 0;
  return true;
}

inline bool FastWalk::close(const Node &node) {
  Level &level = *levels.last;
  expected_ = level.expected;
  const Shape &shape = *expected_->shape;
  if ((shape.bounded & bit(node.kind)) != 0 && any(shape.broken_bounds(at(level.node)))) [[unlikely]]
    return false;
  if (node.kind == Kind::object) [[likely]]
    for (std::uint64_t missed = shape.missed & ~level.said & ~(shape.missed_in_streams & idle_); missed != 0;
         missed &= missed - 1)
      if (!ask_absent(level, shape.properties[static_cast<std::size_t>(std::countr_zero(missed))]))
        return false;
  --levels.last;
  return ask_with(0, node, node.kind);
}

/// Asks rules about a value, or puts down that they are to be asked.
[[gnu::always_inline]] inline bool FastWalk::ask(std::uint32_t node, RuleSet::Bits asked) {
  const RuleSet &rules = expected_->rules;
  asked &= ~(rules.of_streams & static_cast<RuleSet::Bits>(idle_));
  const RuleSet::Bits now = asked & rules.context_free, then = asked & ~now;
  if (now != 0 && !alone(now, node)) [[unlikely]]
    return levels.none() && put_down(node, asked); // of the whole, a finding may speak
  return then == 0 || put_down(node, then);
}

/// Likewise, about a member that is not there.
inline bool FastWalk::ask_absent(Level &level, const Property &property) {
  alone_.value = Value();
  alone_.parent = at(level.node);
  alone_.member = property.name;
  alone_.property = &property;
  alone_.shape = level.expected->shape;
  bool later = false, broken = false;
  for (const Rule *rule : property.absent_rules)
    if (is_asked_absent(*rule) && rule->context_free)
      broken |= rule->broken == nullptr || rule->broken(alone_);
    else
      later |= is_asked_absent(*rule);
  alone_.parent = Value();
  return !broken && (!later || put_down({Workspace::Question::nobody, spot_of(level), 0, &property}));
}

bool FastWalk::put_down(std::uint32_t node, RuleSet::Bits asked) {
  return put_down({node, spot_of(*levels.last), asked, expected_});
}

/// Questions take memory: a text that raises one every few bytes is left to Walk, which asks them at once.
inline bool FastWalk::put_down(const Workspace::Question &question) {
  if (workspace_.questions.size() > size_ / 16 + 256) [[unlikely]]
    return false;
  workspace_.questions.push_back(question);
  return true;
}

/// Whether none of the rules says that it is broken.
[[gnu::always_inline]] inline bool FastWalk::alone(RuleSet::Bits asked, std::uint32_t node) {
  alone_.value = at(node);
  expect_at(alone_, *expected_);
  for (; asked != 0; asked &= asked - 1)
    if (expected_->rules.all[static_cast<std::size_t>(std::countr_zero(asked))]->broken(alone_))
      return false;
  return true;
}

/// What a string of a list, or of an object in it, has in common with those before it, as far as a bit for each can
/// tell.
inline Marks FastWalk::likeness(std::string_view text, Marks wanted) {
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

/// Where a container stands, for as long as questions are open.
inline std::uint32_t FastWalk::spot_of(Level &level) {
  if (level.spot == 0 && level.expected != nullptr) {
    const std::uint32_t within = spot_of(*(&level - 1));
    workspace_.spots.push_back(
        {within, static_cast<std::uint32_t>(&level - levels.all.data()), level.node, level.expected});
    level.spot = static_cast<std::uint32_t>(workspace_.spots.size());
    deepest_ = std::max(deepest_, workspace_.spots.back().depth);
  }
  return level.spot;
}

bool FastWalk::answer(std::vector<Finding> &findings) {
  workspace_.siblings.forget();
  if (workspace_.places.size() <= deepest_)
    workspace_.places.resize(deepest_ + 1);
  Place &place = workspace_.places[0];
  for (const Workspace::Question &question : workspace_.questions)
    if (const Rule *rule = broken(question, place)) {
      if (question.node != 0)
        return false;
      document_.mark(0);
      place.siblings = nullptr;
      findings.push_back({rule, place, place.value.offset(), place.value.length(), 0});
    }
  return true;
}

/// The first that is broken of the rules that are asked. Of a member that is not there, those that look at its object
/// alone were asked when that closed.
inline const Rule *FastWalk::broken(const Workspace::Question &question, Place &place) {
  const bool absent = question.node == Workspace::Question::nobody;
  if (question.within != around_ && question.within != 0)
    go_to(question.within);
  around_ = question.within;
  const Workspace::Spot *spot = around_ == 0 ? nullptr : &workspace_.spots[around_ - 1];
  stand(place, spot, absent ? Value() : at(question.node), question.expected);
  if (absent) {
    place.shape = spot->expected->shape;
    for (const Rule *rule : question.expected->absent_rules)
      if (is_asked_absent(*rule) && !rule->context_free && (rule->broken == nullptr || rule->broken(place)))
        return rule;
    return nullptr;
  }
  const RuleSet &rules = question.expected->rules;
  for (RuleSet::Bits asked = question.asked; asked != 0; asked &= asked - 1)
    if (const Rule *rule = rules.all[static_cast<std::size_t>(std::countr_zero(asked))]; rule->broken(place))
      return rule;
  return nullptr;
}

inline void FastWalk::stand(Place &place, const Workspace::Spot *within, Value value, const Property *expected) {
  place.value = value;
  place.parent = within == nullptr ? Value() : at(within->node);
  expect_at(place, *expected);
  place.settings = &settings_;
  place.document = &document_;
  place.siblings = &workspace_.siblings;
  place.within = within == nullptr ? nullptr : &workspace_.places[within->depth];
}

/// Makes the places of a container and of those around it. Questions come in the order of the text, so that most of
/// them are still there.
void FastWalk::go_to(std::uint32_t number) {
  const Workspace::Spot &spot = workspace_.spots[number - 1];
  if (spot.depth < standing_ && workspace_.standing[spot.depth] == number)
    return;
  const Workspace::Spot *within = nullptr;
  if (spot.within != 0) {
    go_to(spot.within);
    within = &workspace_.spots[spot.within - 1];
  }
  stand(workspace_.places[spot.depth], within, at(spot.node), spot.expected);
  workspace_.standing[spot.depth] = number;
  standing_ = spot.depth + 1;
}

} // namespace stslint
