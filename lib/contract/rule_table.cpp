#include "compiler.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace stslint {
namespace {

constexpr Keyword of_members = Keyword::required | Keyword::additional_properties;

} // namespace

bool among(std::string_view name, std::string_view words) {
  bool found = false;
  for_each_word(words, [&](std::string_view word) { found |= word == name; });
  return found;
}

/// Each rule must be about something that exists, and each kind of flaw must have at most one rule.
void Compiler::place_rules() {
  for (const Rule *rule : rules_) {
    const auto who = [rule] { return "rule " + std::string(rule->id); };
    if (rule->on.empty() && rule->flaws.empty())
      generic_.push_back(rule);
    for_each_word(rule->on, [&](std::string_view definition) {
      const Shape *shape = tables_.shape(definition);
      if (shape == nullptr)
        throw Error(who() + " is about the definition " + in_quotes(definition) + ", which no schema has");
      for_each_word(rule->member, [&](std::string_view member) {
        if (shape->property(member) == nullptr)
          throw Error(who() + " is about the member " + in_quotes(member) + ", which " + in_quotes(definition) +
                      " has not");
      });
      specific_.emplace_back(shape, rule);
    });
    if (rule->on.empty() && !rule->member.empty())
      throw Error(who() + " is about a member of nothing");
    if (rule->broken == nullptr && rule->keywords == Keyword::none && rule->flaws.empty())
      throw Error(who() + " can never speak");
    for (const FlawKind kind : rule->flaws) {
      const Rule *&speaker = tables_.flaw_rules[static_cast<std::size_t>(kind)];
      if (speaker != nullptr)
        throw Error(who() + " and " + std::string(speaker->id) + " speak of the same flaw");
      speaker = rule;
    }
  }
  std::ranges::stable_sort(specific_, std::less<>(), &std::pair<const Shape *, const Rule *>::first);
}

namespace {

Keyword keywords_of(const Shape &shape) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  Keyword keywords = Keyword::none;
  const auto add = [&](bool used, Keyword keyword) { keywords = used ? keywords | keyword : keywords; };
  add(shape.types != 0xff, Keyword::type);
  add(!shape.enumeration.empty(), Keyword::enumeration);
  add(!shape.reserved_prefixes.empty(), Keyword::pattern);
  add(shape.minimum != -infinity, Keyword::minimum);
  add(shape.maximum != infinity, Keyword::maximum);
  add(shape.exclusive_minimum != -infinity, Keyword::exclusive_minimum);
  add(shape.exclusive_maximum != infinity, Keyword::exclusive_maximum);
  add(shape.integer, Keyword::integer);
  add(shape.min_length > 0, Keyword::min_length);
  add(shape.max_length != std::numeric_limits<std::size_t>::max(), Keyword::max_length);
  add(shape.min_items > 0, Keyword::min_items);
  add(shape.max_items != std::numeric_limits<std::size_t>::max(), Keyword::max_items);
  return keywords;
}

/// Of equally severe rules, those about violations of the schema come first: a time of zero is not called a stale
/// event.
void worst_first(std::vector<const Rule *> &rules) {
  const auto before = [](const Rule *a, const Rule *b) {
    const bool a_keyword = a->keywords != Keyword::none, b_keyword = b->keywords != Keyword::none;
    return a->severity != b->severity ? a->severity > b->severity : a_keyword && !b_keyword;
  };
  std::ranges::stable_sort(rules, before);
}

bool is_of_streams(const Rule *rule) { return rule->scope == Scope::stream; }
bool speaks_of_absent(const Rule *rule) { return (rule->types & absent_only) != 0; }

} // namespace

std::span<const Rule *const> Compiler::in_order(std::vector<const Rule *> rules, const Shape &shape) {
  worst_first(rules);
  if (rules.size() > RuleSet::most)
    throw Error("more than " + std::to_string(RuleSet::most) + " rules speak at one place of the definition " +
                in_quotes(shape.name));
  return kept(rules);
}

/// Puts rules into their order, and finds out which of them are asked about values of a shape that violate no keyword:
/// a string that can only be one of a few is not checked for what none of those contains. `given` are the marks that
/// the name of the member gives.
RuleSet Compiler::settled(std::vector<const Rule *> all, const Shape &shape, Marks given) {
  RuleSet rules;
  constexpr Marks every = (1u << mark_kinds) - 1;
  Marks possible = shape.enumeration.empty() ? every : given | may_repeat_start | may_repeat;
  for (const std::string_view text : shape.enumeration)
    possible |= marks_of_string(text, false, every);
  rules.all = in_order(std::move(all), shape);
  // If every valid number has many digits, a rule with the mark few_digits is asked about all of them: no number would
  // have the mark.
  constexpr double least_of_many_digits = 1e9;
  const Marks telling = shape.minimum < least_of_many_digits ? every : static_cast<Marks>(every & ~few_digits);
  for (std::size_t at = 0; at < rules.all.size(); ++at) {
    const Rule &rule = *rules.all[at];
    const Marks mark = rule.mark & telling;
    if ((mark & ~possible) != 0)
      continue;
    const RuleSet::Bits bit = RuleSet::Bits{1} << at;
    rules.of_streams |= is_of_streams(&rule) ? bit : 0;
    rules.context_free |= rule.context_free ? bit : 0;
    if (mark != 0)
      rules.needing[static_cast<std::size_t>(std::countr_zero(mark))] |= bit;
    for (std::size_t kind = 0; rule.keywords == Keyword::none && kind < kinds; ++kind)
      if ((rule.types & shape.types & (1u << kind)) != 0) {
        rules.asked[kind] |= bit;
        rules.unmarked[kind] |= mark == 0 ? bit : 0;
        rules.wanted[kind] |= mark;
      }
  }
  return rules;
}

/// Hands a shape and its members the rules that may speak there, the specific before the generic.
void Compiler::distribute(Shape &shape) {
  const Keyword own = keywords_of(shape);
  Keyword unspoken = own; // if a rule may decline, the generic ones are asked, too
  Keyword silent = own;
  const std::span<Property> properties = properties_[&shape];
  std::vector<const Rule *> rules, of_keys;
  std::vector<std::vector<const Rule *>> asked(properties.size()), missed(properties.size());
  const auto give = [&](const Rule *rule) {
    const bool asked_always = rule->keywords == Keyword::none;
    if (rule->member.empty()) {
      if (asked_always || any(rule->keywords & unspoken))
        rules.push_back(rule);
      silent = silent & ~rule->keywords;
      if (any(rule->keywords & of_members))
        of_keys.push_back(rule);
      if (rule->broken == nullptr)
        unspoken = unspoken & ~rule->keywords;
    }
    for (std::size_t at = 0; at < properties.size(); ++at) {
      const Property &property = properties[at];
      const bool about_it = among(property.name, rule->member);
      if (about_it && (asked_always || any(rule->keywords & keywords_of(*property.shape))))
        asked[at].push_back(rule);
      if ((about_it && asked_always) ||
          (property.required && any(rule->keywords & Keyword::required) && (about_it || rule->member.empty())))
        missed[at].push_back(rule);
    }
  };
  const auto before = [](const auto &entry, const Shape *wanted) { return std::less<>()(entry.first, wanted); };
  for (auto at = std::lower_bound(specific_.begin(), specific_.end(), &shape, before);
       at != specific_.end() && at->first == &shape; ++at)
    give(at->second);
  for (const Rule *rule : generic_)
    give(rule);
  if (any(silent))
    throw Error("no rule speaks of a keyword of the definition " + in_quotes(shape.name));
  unnamed_[static_cast<std::size_t>(&shape - shapes_.data())].rules = settled(std::move(rules), shape);
  shape.key_rules = in_order(std::move(of_keys), shape);
  for (std::size_t at = 0; at < properties.size(); ++at) {
    properties[at].rules.all = kept(asked[at]);
    properties[at].absent_rules = in_order(missed[at], shape);
    const std::uint64_t bit = std::uint64_t{1} << at;
    shape.missed |= std::ranges::any_of(missed[at], speaks_of_absent) ? bit : 0;
    shape.missed_in_streams |= std::ranges::all_of(missed[at], is_of_streams) ? bit : 0;
  }
  constexpr auto of_strings = Keyword::enumeration | Keyword::pattern | Keyword::min_length | Keyword::max_length,
                 of_numbers = Keyword::minimum | Keyword::maximum | Keyword::exclusive_minimum |
                              Keyword::exclusive_maximum | Keyword::integer,
                 of_lists = Keyword::min_items | Keyword::max_items;
  const auto bound = [&](Keyword keywords, std::initializer_list<Kind> those) {
    for (const Kind kind : those)
      if (any(own & keywords))
        shape.bounded |= stslint::bit(kind);
  };
  bound(of_strings, {Kind::string});
  bound(of_numbers | Keyword::enumeration, {Kind::number});
  bound(of_lists, {Kind::array});
  bound(Keyword::enumeration, {Kind::object, Kind::boolean, Kind::null});
  const auto holds = [&](double number) {
    return shape.enumeration.empty() && number >= shape.minimum && number <= shape.maximum &&
           number > shape.exclusive_minimum && number < shape.exclusive_maximum;
  };
  for (double least = 1; shape.sure_digits < Value::most_digits && holds(least) && holds(10 * least - 1); least *= 10)
    ++shape.sure_digits;
  if (shape.enumeration.empty() && shape.reserved_prefixes.empty() && !any(own & Keyword::max_length))
    shape.sure_bytes =
        static_cast<std::uint32_t>(std::min<std::size_t>(bytes_with(shape.min_length), shape.sure_bytes));
}

} // namespace stslint
