#include "certifier.hpp"

#include "../contract/expected.hpp"
#include "../document/parser.hpp"

#include <algorithm>
#include <bit>

namespace stslint {

bool Certifier::clean(std::string_view bytes, const Shape &root, const Shape *unit, std::vector<std::uint32_t> &units) {
  start(bytes, root, unit, units);
  FastParser parser(document_);
  if (parser.parse(bytes, *this))
    return document_.flaws().empty() && answer();
  if (parser.refused())
    document_.parse(bytes);
  else
    Parser(document_).parse(bytes);
  return false;
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
  questions_.clear();
  ancestors_.clear();
  around_ = deepest_ = standing_count_ = 0;
}

/// The value that comes is the one of that member.
inline void Certifier::expect(std::size_t property) {
  const Shape &shape = *levels.last->expected->shape;
  expected_ = &shape.properties[property];
  levels.last->named |= std::uint64_t{1} << property;
  levels.last->guesses = followers_.data() + shape.first_turn + property + 1;
}

/// Another value, of that shape; without one, anything.
inline void Certifier::expect(const Shape *shape) { expected_ = unnamed(tables_, shape); }

/// Objects of a shape mostly have their members in the same order, so those that stood there the last times are tried,
/// and the one that the schema names next.
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

/// Whether a key is that of the property, which was not there yet.
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

Named Certifier::other_key(const Node &key, std::string_view name) {
  const Shape &shape = *levels.last->expected->shape;
  if (shape.names != nullptr) {
    expect(shape.names);
    if (!string(key, {start_ + key.offset + 1, key.length - 2}))
      return Named::refused;
  }
  if (const Property *found = shape.property(name, key.hash)) {
    const auto which = static_cast<std::size_t>(found - shape.properties.data());
    if ((levels.last->named >> which & 1) != 0)
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

inline void Certifier::item() {
  if (levels.last->expected != nullptr)
    expect(levels.last->expected->shape->item(levels.last->index++));
}

[[gnu::always_inline]] inline bool Certifier::string(const Node &node, std::string_view contents) {
  const Shape &shape = *expected_->shape;
  if (!in_bounds(node, Kind::string, [&] { return contents.size() >= shape.sure_bytes && !node.escaped; })) [[unlikely]]
    return false;
  const Marks wanted = expected_->rules.wanted[static_cast<std::size_t>(Kind::string)];
  Marks marks = marks_of_string(contents, node.escaped, wanted,
                                static_cast<std::size_t>(start_ + size_ - contents.data()) - contents.size());
  if ((wanted & (may_repeat_start | may_repeat)) != 0) [[unlikely]]
    marks |= repeat_marks(node.escaped ? at(index(node)).view() : contents, wanted);
  return ask_with(marks, node, Kind::string);
}

[[gnu::always_inline]] inline bool Certifier::word(const Node &node) {
  const Shape &shape = *expected_->shape;
  const Kind kind = node.kind;
  const bool number = kind == Kind::number;
  const auto sure = [&] { return number && node.hash - 1u < shape.sure_digits && start_[node.offset] != '0'; };
  return in_bounds(node, kind, sure) && ask_with(number ? marks_of_number(node.hash) : Marks{0}, node, kind);
}

/// Whether a value is of the right kind and within its bounds, of which it may be `sure` without a closer look.
template <typename Sure> bool Certifier::in_bounds(const Node &node, Kind kind, Sure sure) const {
  const Shape &shape = *expected_->shape;
  return shape.allows(kind) &&
         ((shape.bounded & bit(kind)) == 0 || sure() || !any(shape.broken_bounds(at(index(node)))));
}

/// Asks the rules about a value that shows these marks, beside those of its name.
[[gnu::always_inline]] inline bool Certifier::ask_with(Marks marks, const Node &node, Kind kind) {
  const RuleSet::Bits asked = expected_->rules.asked_with(marks | expected_->marks, kind);
  return asked == 0 || ask(index(node), asked);
}

inline bool Certifier::open(const Node &node) {
  const Shape &shape = *expected_->shape;
  if (!shape.allows(node.kind)) [[unlikely]]
    return false;
  if (&shape == unit_) [[unlikely]]
    units_->push_back(index(node));
  Level &level = *++levels.last;
  level.expected = expected_;
  level.ancestor = 0;
  // Which of the two it is is hard to guess, and what the other needs quickly done.
  level.guesses = followers_.data() + shape.first_turn;
  level.index = 0;
  level.named = level.begun = level.held = 0;
  return true;
}

[[gnu::always_inline]] inline bool Certifier::close(const Node &node) {
  Level &level = *levels.last;
  expected_ = level.expected;
  const Shape &shape = *expected_->shape;
  if ((shape.bounded & bit(node.kind)) != 0 && any(shape.broken_bounds(at(level.node)))) [[unlikely]]
    return false;
  if (node.kind == Kind::object) [[likely]]
    for (std::uint64_t missed = shape.missed & ~level.named & ~(shape.missed_in_streams & idle_); missed != 0;
         missed &= missed - 1)
      if (!ask_absent(level, shape.properties[static_cast<std::size_t>(std::countr_zero(missed))]))
        return false;
  --levels.last;
  return ask_with(0, node, node.kind);
}

/// Asks rules about a value, or puts down that they are to be asked.
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

/// What a string of a list, or of an object in it, has in common with those before it, as far as a bit for each can
/// tell.
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

/// Where a container stands, for as long as questions are open.
inline std::uint32_t Certifier::ancestor_of(Level &level) {
  if (level.ancestor == 0 && level.expected != nullptr) {
    const std::uint32_t within = ancestor_of(*(&level - 1));
    ancestors_.push_back({within, static_cast<std::uint32_t>(&level - levels.all.data()), level.node, level.expected});
    level.ancestor = static_cast<std::uint32_t>(ancestors_.size());
    deepest_ = std::max(deepest_, ancestors_.back().depth);
  }
  return level.ancestor;
}

/// Whether all that was put down holds.
bool Certifier::answer() {
  siblings_.forget();
  if (places_.size() <= deepest_)
    places_.resize(deepest_ + 1);
  return std::ranges::all_of(questions_, [&](const Question &question) { return holds(question); });
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
