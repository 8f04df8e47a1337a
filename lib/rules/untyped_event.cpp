#include "support/examples.hpp"
#include "support/faults.hpp"

namespace stslint::untyped_event {
namespace {

constexpr Example examples[] = {
    {"event", event_without<"event_type">, good_event},
};

bool broken(const Place &place) {
  return place.value.absent() || (place.value.is(Kind::string) && is_blank(place.value.view()));
}

Words words(const Place &place) {
  const std::string problem = place.value.absent() ? " has no \"" + std::string(place.member) + '"' : " is empty";
  return {std::string(place.subject) + problem +
          ", so the event cannot be found by its type; write the kind of event, for example \"DeploymentEvent\""};
}

Edits fault(const Place &place, Decisions &decisions) {
  return decisions.draw(2) == 0 ? removed(place) : replaced(place.value, R"("")");
}

} // namespace

extern constexpr Rule rule = {
    .id = "untyped-event",
    .summary = "an event has no type",
    .why = "The documentation says of event_type: \"Describes the event being sent.\" The Events Perspective filters "
           "events by type, and a filter misses an event without a type.",
    .severity = Severity::warning,
    .on = "event",
    .member = "event_type",
    .types = absent_only | bit(Kind::string),
    .mark = odd_edge,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::untyped_event
