#include "stslint/rule.hpp"

namespace stslint {

std::string_view name(Severity severity) {
  constexpr std::string_view names[] = {"info", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view name(TimeFormat format) { return format == TimeFormat::ms ? "ms" : "s"; }

std::string_view name(Version version) {
  constexpr std::string_view names[] = {"5.1", "5.2", "suse"};
  return names[static_cast<std::size_t>(version)];
}

std::string_view name(Expected expected) {
  constexpr std::string_view names[] = {"accept", "reject", "impl"};
  return names[static_cast<std::size_t>(expected)];
}

std::vector<const Rule *> rules_of(Version version) {
  std::vector<const Rule *> rules;
  for (const Rule *rule : all_rules())
    if ((rule->stackstate & bit(version)) != 0)
      rules.push_back(rule);
  return rules;
}

std::string_view name(Scope scope) {
  constexpr std::string_view names[] = {"payload", "clock", "stream", "run"};
  return names[static_cast<std::size_t>(scope)];
}

} // namespace stslint
