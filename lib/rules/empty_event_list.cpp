#include "support/faults.hpp"

namespace stslint::empty_event_list {
namespace {

constexpr Example examples[] = {
    {"events", R"({"app.deployment": []})", R"({})"},
};

bool broken(const Place &place) {
  return place.value.is(Kind::array) && place.value.empty() && !place.value.incomplete();
}

Words words(const Place &place) {
  return {std::string(place.subject) +
          " has no events, so nothing is sent under that name; add an event, or remove the name"};
}

Edits fault(const Place &place, Decisions &) { return replaced(place.value, "[]"); }

} // namespace

extern constexpr Rule rule = {
    .id = "empty-event-list",
    .summary = "an event name has an empty list",
    .why = "A name without events sends nothing. Usually a filter removed the last event and left the name.",
    .severity = Severity::warning,
    .on = "event-list",
    .types = bit(Kind::array),
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::empty_event_list
