#include "support/faults.hpp"

#include <array>

namespace stslint::unknown_category {
namespace {

constexpr std::array<std::string_view, 5> five = {"Activities", "Alerts", "Anomalies", "Changes", "Others"};
constexpr std::array<std::string_view, 6> six = {"Activities", "Alerts",      "Anomalies",
                                                 "Changes",    "Deployments", "Others"};

constexpr Example examples[] = {
    {"category", R"("changes")", R"("Changes")"},
    {"category", R"("Alert")", R"("Alerts")"},
    {"category", R"("containers")", R"("Others")"},
};

/// Other words for a category.
constexpr std::array<std::array<std::string_view, 2>, 2> kin = {{{"activity", "Activities"}, {"anomaly", "Anomalies"}}};

std::optional<std::string_view> meant_by(const std::string &text, bool with_deployments) {
  for (const auto &[word, category] : kin)
    if (same_word(word, text))
      return category;
  if (same_word("deployment", text) || same_word("deployments", text))
    return with_deployments ? "Deployments" : "Changes";
  return closest(text, with_deployments ? std::span<const std::string_view>(six) : five);
}

Words words(const Place &place) {
  const std::string text = place.value.text();
  const bool with_deployments = place.settings->stackstate != Version::v5_1;
  const std::string message =
      "category " + shown(place.value) + " is not one of the " + (with_deployments ? "six" : "five") + " categories";
  const std::string effect = ", so StackState files the event under Others; ";
  const auto meant = meant_by(text, with_deployments);
  if (!meant)
    return {message + effect + "write " + (with_deployments ? alternatives(six) : alternatives(five))};
  const bool same = same_word(text, *meant);
  return {message + (same ? " (case-sensitive)" : "") + effect + "did you mean " + in_quotes(*meant) + '?',
          std::string(*meant), replaced(place.value, json_string(*meant)), same};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view unheard[] = {"changes", "Alert", "Other", "containers", "CHANGES", " Changes", ""};
  return replaced(place.value, json_string(decisions.pick(unheard)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "unknown-category",
    .summary = "an event's category is not a documented one",
    .why = "The documentation says: \"The event category. Can be Activities, Alerts, Anomalies, Changes or Others.\" "
           "Deployments came with StackState 5.2. The receiver accepts any string, but the Events Perspective shows an "
           "event of any other category under Others, where it is easily missed.",
    .severity = Severity::error,
    .receiver = {Expected::accept,
                 "a test of StackState's agent sends the category my_category, which the receiver accepts"},
    .on = "category",
    .keywords = Keyword::enumeration,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unknown_category
