#include "levels.hpp"

#include "arguments.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

std::size_t index(const Rule &rule) {
  const auto rules = all_rules();
  return static_cast<std::size_t>(std::ranges::find(rules, &rule) - rules.begin());
}

} // namespace

Levels::Levels(const std::vector<std::string> &select, const std::vector<std::string> &ignore,
               const std::vector<std::string> &severity) {
  for (const Rule *rule : all_rules())
    levels_.push_back(select.empty() ? std::optional(rule->severity) : std::nullopt);
  for (const std::string &id : select) {
    const Rule &rule = rule_named("--select", id);
    levels_[index(rule)] = rule.severity;
  }
  for (const std::string &id : ignore)
    levels_[index(rule_named("--ignore", id))] = std::nullopt;
  for (const std::string &pair : severity) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos)
      throw Error("--severity " + in_quotes(pair) + ": write RULE=LEVEL, such as malformed-tag=error");
    auto &level = levels_[index(rule_named("--severity", pair.substr(0, equals)))];
    const Severity wanted = severity_named("--severity", pair.substr(equals + 1));
    level = level ? std::optional(wanted) : std::nullopt;
  }
}

std::optional<Severity> Levels::of(const Rule &rule) const { return levels_[index(rule)]; }

} // namespace stslint
