#include "oracle.hpp"

#include "lib/lint/places.hpp"

namespace stslint::prober {

std::string_view name(Fault fault) {
  static constexpr std::array<std::string_view, faults> names = {"crash",        "hang", "false accept", "false refuse",
                                                                 "inconsistent", "slow", "none"};
  return names[static_cast<std::size_t>(fault)];
}

Expectation Oracle::expectation(std::string_view payload) {
  Expectation made;
  const Rule *worst = nullptr;
  bool only_depth = true;
  const auto findings = linter_.lint(payload, "payload");
  Unread unread(linter_);
  for (const Finding &finding : findings) {
    if (unread(finding))
      continue;
    const Rule &rule = *finding.rule;
    made.rules.emplace(rule.id);
    if (rule.severity == Severity::error) {
      const Flaw *flaw = place_of(linter_, finding).flaw;
      const bool several_kinds = flaw != nullptr && rule.flaws.size() > 1;
      made.causes.insert(std::string(rule.id) +
                         (several_kinds ? ' ' + std::to_string(static_cast<int>(flaw->kind)) : ""));
      only_depth &= flaw != nullptr && flaw->kind == FlawKind::too_deep;
    }
    if (worst != nullptr && rule.severity <= worst->severity)
      continue;
    worst = &rule;
    Description description = linter_.describe(finding);
    made.pointer = std::move(description.pointer);
    made.why = std::move(description.words.message);
  }
  if (!made.causes.empty())
    made.expected = only_depth ? Expected::implementation : Expected::reject;
  return made;
}

Fault fault_of(const Answer &answer, Expected expected) {
  switch (answer.outcome) {
  case Outcome::accepted:
    return expected == Expected::reject ? Fault::false_accept : Fault::none;
  case Outcome::refused:
    return expected == Expected::accept ? Fault::false_refuse : Fault::none;
  case Outcome::other:
    return Fault::none;
  case Outcome::hang:
    return Fault::hang;
  default:
    return Fault::crash;
  }
}

} // namespace stslint::prober
