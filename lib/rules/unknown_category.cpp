#include "faults.hpp"

#include <array>

namespace stslint {
namespace {

constexpr std::array<std::string_view, 5> documented = {"Activities", "Alerts", "Anomalies", "Changes", "Others"};

constexpr Example examples[] = {
    {"category", R"("changes")", R"("Changes")"},
    {"category", R"("Alert")", R"("Alerts")"},
    {"category", R"("containers")", R"("Others")"},
};

Words words(const Place &place) {
  const std::string text = place.value.text();
  const std::string message = "category " + shown(place.value) + " is not one of the five";
  const auto meant = closest(text, documented);
  if (!meant)
    return {message + ", so StackState files the event under Others; write " + alternatives(documented)};
  return {message + "; did you mean " + in_quotes(*meant) + '?', std::string(*meant),
          replaced(place.value, json_string(*meant)), same_word(text, *meant)};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view unheard[] = {"changes", "Alert", "Other", "containers", "CHANGES", " Changes", ""};
  return replaced(place.value, json_string(choices.pick(unheard)));
}

} // namespace

extern constexpr Rule unknown_category = {
    .id = "unknown-category",
    .summary = "an event's category is not one of the five",
    .why = "\"The event category. Can be Activities, Alerts, Anomalies, Changes or Others.\" The receiver takes any "
           "text, but "
           "the Events Perspective shows an event of another category under Others, where nobody looks for it.",
    .severity = Severity::error,
    .on = "category",
    .keywords = Keyword::enumeration,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint
