#include "support/examples.hpp"
#include "support/times.hpp"

namespace stslint::future_event {
namespace {

constexpr Example examples[] = {
    {"event", event_with<R"("timestamp": 1607620000)">, event_with<R"("timestamp": 1607432944)">},
};

constexpr double day = 86400;

bool broken(const Place &place) { return place.settings->now && seconds_at(place) - *place.settings->now > day; }

Words words(const Place &place) {
  const double ahead = seconds_at(place) - *place.settings->now;
  return {subject_with_value(place) + " (" + utc_time(seconds_at(place)) + ") is " + time_span(ahead) +
          " in the future, so no view shows the event yet; check " +
          (ahead > 365 * day ? "the unit and the value" : "the sender's clock and time zone")};
}

Edits fault(const Place &place, Decisions &decisions) {
  if (!place.settings->now)
    return {};
  const double time = std::floor(*place.settings->now + day) + 1 + decisions.draw(1000000);
  return replaced(place.value, time_at(place, time));
}

} // namespace

extern constexpr Rule rule = {
    .id = "future-event",
    .summary = "an event is more than a day in the future",
    .why = "A view in StackState shows events up to now, so it does not show a future event until its time comes. "
           "Usually the sender's clock is wrong, or the offset of a time zone was added twice.",
    .severity = Severity::warning,
    .scope = Scope::clock,
    .on = "event",
    .member = "timestamp",
    .types = present_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::future_event
