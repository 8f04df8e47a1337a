#include "option_values.hpp"

#include "stslint/error.hpp"
#include "stslint/rule.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace stslint {

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  const auto near = closest(word, known);
  return near ? "; did you mean " + std::string(*near) + '?' : "";
}

std::string_view one_of(std::string_view option, std::string_view word, std::span<const std::string_view> known) {
  const auto found = std::ranges::find(known, word);
  if (found != known.end())
    return *found;
  const std::string hint = did_you_mean(word, known);
  throw Error(std::string(option) + ": unknown value " + in_quotes(word) +
              (hint.empty() ? "; use " + alternatives(known) : hint));
}

Severity severity_named(std::string_view option, std::string_view word) {
  static constexpr std::array<std::string_view, 3> names = {"info", "warning", "error"};
  return static_cast<Severity>(std::ranges::find(names, one_of(option, word, names)) - names.begin());
}

TimeFormat time_format_named(std::string_view option, std::string_view word) {
  static constexpr std::array<std::string_view, 2> names = {"s", "ms"};
  return static_cast<TimeFormat>(std::ranges::find(names, one_of(option, word, names)) - names.begin());
}

Version version_named(std::string_view option, std::string_view word) {
  std::vector<std::string_view> names;
  for (const Version version : versions)
    names.push_back(name(version));
  return static_cast<Version>(std::ranges::find(names, one_of(option, word, names)) - names.begin());
}

const Rule &rule_named(std::string_view option, std::string_view id) {
  if (const Rule *rule = find_rule(id))
    return *rule;
  std::vector<std::string_view> ids;
  for (const Rule *rule : all_rules())
    ids.push_back(rule->id);
  const std::string hint = did_you_mean(id, ids);
  throw Error(std::string(option) + ": unknown rule " + in_quotes(id) +
              (hint.empty() ? "; stslint explain lists all rules" : hint));
}

} // namespace stslint
