#include "support/units.hpp"

namespace stslint::unknown_unit {
namespace {

constexpr Example examples[] = {
    {"metric-name", "\"app.memory (MegaBytes)\"", "\"app.memory (decmbytes)\""},
};

/// The unit at the end of a name, without its parentheses; "" if the name has no unit.
std::string unit_of(const Place &place) {
  const std::string name = place.value.text();
  const std::size_t open = name.rfind('(');
  return open == std::string::npos || name.back() != ')' ? "" : name.substr(open + 1, name.size() - open - 2);
}

bool broken(const Place &place) {
  if (!place.value.view().ends_with(')'))
    return false;
  const std::string unit = unit_of(place);
  return !unit.empty() && std::ranges::find(known_units, std::string_view(unit)) == std::end(known_units);
}

Words words(const Place &place) {
  const std::string unit = unit_of(place), name = place.value.text();
  const std::string message = "metric name " + shown(place.value) + " ends with the unit " + in_quotes(unit) +
                              ", which StackState does not know, so the chart shows no unit; ";
  const auto near = closest(unit, known_units);
  if (!near)
    return {message + "write a unit that it knows, for example (decmbytes) or (percent)"};
  const std::string better = name.substr(0, name.rfind('(') + 1) + std::string(*near) + ')';
  return {message + "did you mean " + in_quotes(*near) + '?', better, replaced(place.value, json_string(better)),
          false};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {" (parsecs)", " (MB)", " (furlongs)"};
  const std::string name = place.value.text();
  return name.ends_with(')') ? Edits{} : replaced(place.value, json_string(name + std::string(decisions.pick(bad))));
}

} // namespace

extern constexpr Rule rule = {
    .id = "unknown-unit",
    .summary = "a metric has a unit that StackState does not know",
    .why =
        "A metric name may end with its unit in parentheses, as in \"app.memory (decmbytes)\", and the chart then uses "
        "that unit. StackState shows an unknown unit as part of the name.",
    .severity = Severity::warning,
    .on = "metric-name",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unknown_unit
