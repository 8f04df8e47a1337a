#pragma once

#include "contract.hpp"

#include <bit>

/// What the walk and the certifier make alike of what is expected.
namespace stslint {

using Rules = std::span<const Rule *const>;

/// Of a value of that shape which has no name; without a shape, of anything.
inline const Property *unnamed(const Tables &tables, const Shape *shape) {
  return (shape == nullptr ? tables.anything : shape)->unnamed;
}

/// Tells a place what is expected there: rules know a property by its name only.
inline void expect_at(Place &place, const Property &expected) {
  place.member = expected.name;
  place.property = expected.name.empty() ? nullptr : &expected;
  place.shape = expected.shape;
}

/// Whether a rule is asked about a value of that kind, or about a member that is not there, where these keywords are
/// broken.
inline bool is_asked(const Rule &rule, Kind kind, Keyword violated) {
  return (rule.types & bit(kind)) != 0 && (rule.keywords == Keyword::none || any(rule.keywords & violated));
}

/// Those of the rules that `wanted` says yes to.
template <typename Wanted> RuleSet::Bits bits_of(Rules rules, Wanted wanted) {
  RuleSet::Bits bits = 0;
  for (std::size_t at = 0; at < rules.size(); ++at)
    bits |= wanted(*rules[at]) ? RuleSet::Bits{1} << at : 0;
  return bits;
}

/// The first that is broken of those that are asked; null if none is.
inline const Rule *first_broken(Rules rules, RuleSet::Bits asked, const Place &place) {
  for (; asked != 0; asked &= asked - 1)
    if (const Rule *rule = rules[static_cast<std::size_t>(std::countr_zero(asked))];
        rule->broken == nullptr || rule->broken(place))
      return rule;
  return nullptr;
}

} // namespace stslint
