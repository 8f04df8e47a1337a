#include "severities.hpp"

#include <algorithm>

namespace stslint {
namespace {

std::size_t index(const Rule &rule) {
  const auto rules = all_rules();
  return static_cast<std::size_t>(std::ranges::find(rules, &rule) - rules.begin());
}

} // namespace

Severities::Severities() {
  for (const Rule *rule : all_rules())
    levels_.push_back({rule->severity});
}

void Severities::apply(const Layer &layer) {
  if (!layer.select.empty())
    for (Level &level : levels_)
      level.shown = false;
  for (const Rule *rule : layer.select)
    levels_[index(*rule)].shown = true;
  for (const Rule *rule : layer.ignore)
    levels_[index(*rule)].shown = false;
  for (const auto &[rule, severity] : layer.severity)
    levels_[index(*rule)].severity = severity;
}

std::optional<Severity> Severities::of(const Rule &rule) const {
  const Level &level = levels_[index(rule)];
  return level.shown ? std::optional(level.severity) : std::nullopt;
}

} // namespace stslint
