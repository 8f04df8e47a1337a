#pragma once

#include "contract.hpp"

#include <bit>

/// What is expected at a place: shared by the walk and the certifier.
namespace stslint {

using Rules = std::span<const Rule *const>;

/// What is expected of a value of `shape` that has no name; without a shape, of anything.
inline const Property *unnamed(const Tables &tables, const Shape *shape) {
  return (shape == nullptr ? tables.anything : shape)->unnamed;
}

/// Sets what is expected at a place. Rules see a property only if it has a name.
inline void expect_at(Place &place, const Property &expected) {
  place.member = expected.name;
  place.property = expected.name.empty() ? nullptr : &expected;
  place.shape = expected.shape;
}

/// Whether a rule is asked about a value of that kind (`broken`: about a member that is not there) that violates these
/// keywords.
inline bool is_asked(const Rule &rule, Kind kind, Keyword violated) {
  return (rule.types & bit(kind)) != 0 && (rule.keywords == Keyword::none || any(rule.keywords & violated));
}

/// The bits of the rules for which `wanted` is true.
template <typename Wanted> RuleSet::Bits bits_of(Rules rules, Wanted wanted) {
  RuleSet::Bits bits = 0;
  for (std::size_t at = 0; at < rules.size(); ++at)
    bits |= wanted(*rules[at]) ? RuleSet::Bits{1} << at : 0;
  return bits;
}

/// The first of the asked rules that the place breaks; null if there is none.
inline const Rule *first_broken(Rules rules, RuleSet::Bits asked, const Place &place) {
  for (; asked != 0; asked &= asked - 1)
    if (const Rule *rule = rules[static_cast<std::size_t>(std::countr_zero(asked))];
        rule->broken == nullptr || rule->broken(place))
      return rule;
  return nullptr;
}

} // namespace stslint
