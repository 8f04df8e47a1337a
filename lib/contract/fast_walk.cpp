#include "fast_walk.hpp"

#include <algorithm>
#include <bit>

namespace stslint {

bool FastWalk::clean(std::string_view bytes, const Shape &root, const Shape *unit, std::vector<Finding> &findings,
                     std::vector<std::uint32_t> &units) {
  unit_ = unit;
  units_ = &units;
  start_ = bytes.data();
  size_ = bytes.size();
  *level_ = {};
  expect(&root, 0);
  workspace_.followers.resize(contract_.tables_.turns);
  workspace_.questions.clear();
  workspace_.spots.clear();
  return FastParser(document_).parse(bytes, *this) && document_.flaws().empty() && answer(findings);
}

/// The value that comes is the one of that member.
inline void FastWalk::expect(std::size_t property) {
  const Property &found = level_->expected.shape->properties[property];
  level_->said |= std::uint64_t{1} << property;
  level_->guesses = workspace_.followers.data() + level_->expected.shape->first_turn + property + 1;
  expected_ = {found.shape, &found, &found.rules,
               static_cast<std::uint8_t>(found.marks | (level_->expected.marks & later))};
}

/// Another value, of that shape; without one, anything.
inline void FastWalk::expect(const Shape *shape, std::uint8_t marks) {
  const Shape *expected = shape == nullptr ? contract_.tables_.anything : shape;
  expected_ = {expected, nullptr, &expected->rules,
               static_cast<std::uint8_t>(marks | (level_->expected.marks & later))};
}

/// Objects of a shape mostly have their members in the same order, so the one that stood there last time is tried.
inline const char *FastWalk::expected_key(const char *at, const char *end, Node &node) {
  const Shape &shape = *level_->expected.shape;
  const std::size_t which = *level_->guesses;
  if (which >= shape.properties.size() || (level_->said >> which & 1) != 0)
    return nullptr;
  const Property &property = shape.properties[which];
  if (end - at <= static_cast<std::ptrdiff_t>(property.key.size()) ||
      !scan::begins(at + 1, property.key, property.key_bytes))
    return nullptr;
  const std::size_t length = property.name.size() + 2;
  node = Node::at(static_cast<std::uint32_t>(at - start_), static_cast<std::uint32_t>(length), Kind::string);
  node.key = true;
  node.hash = shape.hashes[which];
  expect(which);
  return at + length;
}

/// The member that a key names, or null.
inline const Property *FastWalk::property(std::uint32_t index, const Node &key) const {
  const Shape &shape = *level_->expected.shape;
  if (key.escaped || size_ - key.offset <= std::tuple_size_v<decltype(Property::key)>)
    return shape.property(at(index));
  for (std::uint64_t candidates = scan::equal(shape.hashes, shape.properties.size(), key.hash); candidates != 0;
       candidates &= candidates - 1)
    if (const Property &property = shape.properties[static_cast<std::size_t>(std::countr_zero(candidates))];
        scan::begins(start_ + key.offset + 1, property.key, property.key_bytes))
      return &property;
  return nullptr;
}

FastWalk::Found FastWalk::other_key(std::uint32_t index, const Node &key) {
  const Shape &shape = *level_->expected.shape;
  if (shape.names != nullptr) {
    expect(shape.names, 0);
    if (!scalar(index, key, Kind::string))
      return Found::refused;
  }
  if (const Property *found = property(index, key)) {
    const auto which = static_cast<std::size_t>(found - shape.properties.data());
    if ((level_->said >> which & 1) != 0)
      return Found::refused;
    *level_->guesses = static_cast<std::uint8_t>(which);
    expect(which);
    return Found::yes;
  }
  if (shape.closed())
    return Found::refused;
  const bool secret = names_secret({start_ + key.offset + 1, key.length - 2});
  expect(shape.additional, static_cast<std::uint8_t>(secret ? may_hold_secret : 0));
  return Found::no;
}

inline void FastWalk::item() {
  if (level_->expected.shape == nullptr)
    return;
  expect(level_->expected.shape->item(level_->index), static_cast<std::uint8_t>(level_->index > 0 ? later : 0));
  ++level_->index;
}

inline bool FastWalk::scalar(std::uint32_t index, const Node &node, Kind kind) {
  const Shape &shape = *expected_.shape;
  if (!shape.allows(kind))
    return false;
  const bool sure = kind == Kind::number && node.hash - 1u < shape.sure_digits && start_[node.offset] != '0';
  if ((shape.bounded & bit(kind)) != 0 && !sure && any(shape.broken_bounds(at(index))))
    return false;
  const RuleSet &rules = *expected_.rules;
  RuleSet::Bits asked = this->asked(rules, kind);
  if (asked == 0)
    return true;
  if (const std::uint8_t wanted = rules.wanted[static_cast<std::size_t>(kind)]; wanted != 0)
    asked = rules.left(asked, kind, expected_.marks | marks_of(index, node, kind, wanted));
  return asked == 0 || ask(index, rules, asked);
}

inline bool FastWalk::open(std::uint32_t node, Kind kind) {
  if (!expected_.shape->allows(kind))
    return false;
  if (expected_.shape == unit_)
    units_->push_back(node);
  Level &level = *++level_;
  level.expected = expected_;
  level.node = node;
  level.spot = 0;
  // Which of the two it is is hard to guess, and what the other needs quickly done.
  level.guesses = workspace_.followers.data() + expected_.shape->first_turn;
  level.index = 0;
  level.said = level.begun = level.held = 0;
  return true;
}

inline bool FastWalk::close(std::uint32_t node, Kind kind) {
  Level &level = *level_;
  expected_ = level.expected;
  const Shape &shape = *expected_.shape;
  if ((shape.bounded & bit(kind)) != 0 && any(shape.broken_bounds(at(node))))
    return false;
  if (kind == Kind::object)
    for (std::uint64_t missed = shape.missed & ~level.said & ~(shape.missed_in_streams & idle_); missed != 0;
         missed &= missed - 1)
      if (!ask_absent(level, shape.properties[static_cast<std::size_t>(std::countr_zero(missed))]))
        return false;
  --level_;
  return ask(node, kind);
}

/// Asks the rules about a container.
inline bool FastWalk::ask(std::uint32_t node, Kind kind) {
  const RuleSet &rules = *expected_.rules;
  const RuleSet::Bits asked = rules.left(this->asked(rules, kind), kind, expected_.marks);
  return asked == 0 || ask(node, rules, asked);
}

/// Asks the rules that are left about a value, or puts down that they are to be asked.
bool FastWalk::ask(std::uint32_t node, const RuleSet &rules, RuleSet::Bits asked) {
  const RuleSet::Bits now = level_ == levels_.data() ? 0 : asked & rules.alone, then = asked & ~now;
  if (now != 0 && !alone(rules, now, node))
    return false;
  return then == 0 || put_down({node, spot_of(*level_), then, expected_.shape, expected_.property});
}

/// Likewise, about a member that is not there.
bool FastWalk::ask_absent(Level &level, const Property &property) {
  alone_.value = Value();
  alone_.parent = at(level.node);
  alone_.member = property.name;
  alone_.property = &property;
  alone_.shape = level.expected.shape;
  bool later = false, broken = false;
  for (const Rule *rule : property.absent_rules)
    if (is_asked_absent(*rule) && rule->alone)
      broken |= rule->broken == nullptr || rule->broken(alone_);
    else
      later |= is_asked_absent(*rule);
  alone_.parent = Value();
  return !broken &&
         (!later || put_down({Workspace::Question::nobody, spot_of(level), 0, level.expected.shape, &property}));
}

/// Questions take memory: a text that raises one every few bytes is left to Walk, which asks them at once.
bool FastWalk::put_down(const Workspace::Question &question) {
  if (workspace_.questions.size() > size_ / 16 + 256)
    return false;
  workspace_.questions.push_back(question);
  return true;
}

/// Whether none of the rules says that it is broken.
bool FastWalk::alone(const RuleSet &rules, RuleSet::Bits asked, std::uint32_t node) {
  alone_.value = at(node);
  alone_.member = expected_.property == nullptr ? std::string_view() : expected_.property->name;
  alone_.property = expected_.property;
  alone_.shape = expected_.shape;
  for (; asked != 0; asked &= asked - 1)
    if (rules.all[static_cast<std::size_t>(std::countr_zero(asked))]->broken(alone_))
      return false;
  return true;
}

/// Those that a scalar has by what it says.
inline std::uint8_t FastWalk::marks_of(std::uint32_t index, const Node &node, Kind kind, std::uint8_t wanted) {
  if (kind != Kind::string)
    return kind == Kind::number ? marks_of_number(node.hash) : std::uint8_t{0};
  const std::uint8_t marks = marks_of_string({start_ + node.offset + 1, node.length - 2}, node.escaped, wanted,
                                             size_ - node.offset - node.length);
  return (wanted & (akin | twin)) == 0 ? marks : marks | likeness(index);
}

/// What a string of a list has in common with those before it, as far as a bit for each can tell.
std::uint8_t FastWalk::likeness(std::uint32_t index) {
  const std::string_view text = at(index).view();
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
  const bool empty_key = byte(0) == ':';
  const std::uint64_t begins = std::uint64_t{1} << ((byte(0) + (empty_key ? 0 : 5 * byte(1))) & 63);
  const std::uint64_t says = std::uint64_t{1} << (key_hash(text) & 63);
  const auto marks =
      static_cast<std::uint8_t>(((level_->begun & begins) != 0 ? akin : 0) | ((level_->held & says) != 0 ? twin : 0));
  level_->begun |= begins;
  level_->held |= says;
  return marks;
}

/// Where a container stands, for as long as questions are open.
std::uint32_t FastWalk::spot_of(Level &level) {
  if (level.spot == 0 && level.expected.shape != nullptr) {
    const std::uint32_t within = spot_of(*(&level - 1));
    workspace_.spots.push_back({within, static_cast<std::uint32_t>(&level - levels_.data()), level.node,
                                level.expected.shape, level.expected.property});
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

/// The first that is broken of the rules that are asked.
const Rule *FastWalk::broken(const Workspace::Question &question, Place &place) {
  const bool absent = question.node == Workspace::Question::nobody;
  if (question.within != around_ && question.within != 0)
    go_to(question.within);
  around_ = question.within;
  const Workspace::Spot *spot = around_ == 0 ? nullptr : &workspace_.spots[around_ - 1];
  stand(place, spot, absent ? Value() : at(question.node), question.shape, question.property);
  if (absent) {
    for (const Rule *rule : question.property->absent_rules)
      if (is_asked_absent(*rule) && (rule->broken == nullptr || rule->broken(place)))
        return rule;
    return nullptr;
  }
  const RuleSet &rules = question.property != nullptr ? question.property->rules : question.shape->rules;
  for (RuleSet::Bits asked = question.asked; asked != 0; asked &= asked - 1)
    if (const Rule *rule = rules.all[static_cast<std::size_t>(std::countr_zero(asked))]; rule->broken(place))
      return rule;
  return nullptr;
}

void FastWalk::stand(Place &place, const Workspace::Spot *within, Value value, const Shape *shape,
                     const Property *property) {
  place.value = value;
  place.parent = within == nullptr ? Value() : at(within->node);
  place.member = property == nullptr ? std::string_view() : property->name;
  place.property = property;
  place.shape = shape;
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
  stand(workspace_.places[spot.depth], within, at(spot.node), spot.shape, spot.property);
  workspace_.standing[spot.depth] = number;
  standing_ = spot.depth + 1;
}

} // namespace stslint
