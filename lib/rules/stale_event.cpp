#include "support/examples.hpp"
#include "support/times.hpp"

namespace stslint::stale_event {
namespace {

constexpr Example examples[] = {
    {"event", event_with<R"("timestamp": 1607400000)">, event_with<R"("timestamp": 1607432944)">},
};

bool broken(const Place &place) {
  const Settings &settings = *place.settings;
  return settings.now && settings.max_age && *settings.now - seconds_at(place) > *settings.max_age;
}

Words words(const Place &place) {
  const double age = *place.settings->now - seconds_at(place), most = *place.settings->max_age;
  const std::string allowed = time_span(most), old = time_span(age);
  return {"timestamp " + shown(place.value) + " (" + utc_time(seconds_at(place)) + ") is " + old +
          (old == allowed ? " and " + time_span(std::ceil(age - most)) : "") + " old, but the maximum age is " +
          allowed + "; StackState may ignore the event: send it sooner, or check the sender's clock"};
}

Edits fault(const Place &place, Decisions &decisions) {
  if (!place.settings->now || !place.settings->max_age)
    return {};
  const double time = std::floor(*place.settings->now - *place.settings->max_age) - 1 - decisions.draw(1000);
  return time > 0 ? replaced(place.value, time_at(place, time)) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "stale-event",
    .summary = "an event is older than the maximum age, if there is one",
    .why = "The documentation says: \"Depending on your StackState configuration, received events that are too old "
           "will be ignored.\" It gives no number, so this rule reports nothing until a maximum age is set: by "
           "--max-age 24h, or by \"max-age\": \"24h\" in .stslint.json.",
    .severity = Severity::error,
    .receiver = {Expected::accept,
                 "the documentation: \"received events that are too old will be ignored\", but not refused"},
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

} // namespace stslint::stale_event
