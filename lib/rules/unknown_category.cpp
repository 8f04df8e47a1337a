#include "support/faults.hpp"

#include <array>

namespace stslint::unknown_category {
namespace {

constexpr std::array<std::string_view, 5> documented = {"Activities", "Alerts", "Anomalies", "Changes", "Others"};

constexpr Example examples[] = {
    {"category", R"("changes")", R"("Changes")"},
    {"category", R"("Alert")", R"("Alerts")"},
    {"category", R"("containers")", R"("Others")"},
};

/// Other words for one of the five; later versions of StackState have Deployments as a sixth category.
constexpr std::array<std::array<std::string_view, 2>, 4> kin = {
    {{"activity", "Activities"}, {"anomaly", "Anomalies"}, {"deployment", "Changes"}, {"deployments", "Changes"}}};

std::optional<std::string_view> meant_by(const std::string &text) {
  for (const auto &[word, category] : kin)
    if (same_word(word, text))
      return category;
  return closest(text, documented);
}

Words words(const Place &place) {
  const std::string text = place.value.text();
  const std::string message = "category " + shown(place.value) + " is not one of the five";
  const std::string effect = ", so StackState files the event under Others; ";
  const auto meant = meant_by(text);
  if (!meant)
    return {message + effect + "write " + alternatives(documented)};
  const bool same = same_word(text, *meant);
  return {message + (same ? " (letter case counts)" : "") + effect + "did you mean " + in_quotes(*meant) + '?',
          std::string(*meant), replaced(place.value, json_string(*meant)), same};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view unheard[] = {"changes", "Alert", "Other", "containers", "CHANGES", " Changes", ""};
  return replaced(place.value, json_string(decisions.pick(unheard)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "unknown-category",
    .summary = "an event's category is not one of the five",
    .why = "\"The event category. Can be Activities, Alerts, Anomalies, Changes or Others.\" The receiver accepts any "
           "string, but the Events Perspective shows an event of any other category under Others, where it is easily "
           "missed.",
    .severity = Severity::error,
    .on = "category",
    .keywords = Keyword::enumeration,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unknown_category
