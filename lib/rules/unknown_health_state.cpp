#include "support/faults.hpp"

namespace stslint::unknown_health_state {
namespace {

constexpr Example examples[] = {
    {"health-state", R"("OK")", R"("Clear")"},
    {"health-state", R"("UNKNOWN")", R"("Deviating")"},
};

constexpr std::string_view known[] = {"Clear", "Deviating", "Critical"};

/// The words of other systems for the three states.
constexpr std::pair<std::string_view, std::string_view> others[] = {
    {"ok", "Clear"},          {"healthy", "Clear"},  {"up", "Clear"},         {"green", "Clear"},
    {"warning", "Deviating"}, {"warn", "Deviating"}, {"yellow", "Deviating"}, {"degraded", "Deviating"},
    {"error", "Critical"},    {"down", "Critical"},  {"red", "Critical"},     {"crit", "Critical"}};

bool broken(const Place &place) {
  const std::string_view text = place.value.view();
  return std::ranges::none_of(known, [&](std::string_view state) { return same_letters(text, state); });
}

Words words(const Place &place) {
  const std::string text = place.value.text();
  auto meant = closest(text, known);
  for (const auto &[word, state] : others)
    if (same_word(text, word))
      meant = state;
  const std::string message =
      "health " + shown(place.value) + " is not one of the three health states, so StackState drops the check state; ";
  if (!meant)
    return {message + "write \"Clear\", \"Deviating\" or \"Critical\""};
  return {message + "did you mean " + in_quotes(*meant) + '?', std::string(*meant),
          replaced(place.value, json_string(*meant)), same_word(text, *meant)};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("OK")", R"("WARNING")", R"("UNKNOWN")", R"("")", R"("Clear ")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "unknown-health-state",
    .summary = "the health of a check state is not one of the three states",
    .why = "The documentation describes health as \"One of the following StackState Health state values: Clear, "
           "Deviating, Critical.\" Letter case does not matter. StackState drops a check state with any other health.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation: \"One of the following StackState Health state values\""},
    .on = "health-state",
    .context_free = true,
    .examples = examples,
    .schema =
        {"health-state",
         R"({"pattern": "^([Cc][Ll][Ee][Aa][Rr]|[Dd][Ee][Vv][Ii][Aa][Tt][Ii][Nn][Gg]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll])$"})"},
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unknown_health_state
