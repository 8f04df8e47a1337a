#include "support/examples.hpp"
#include "support/faults.hpp"

namespace stslint::log_only_event {
namespace {

constexpr Example examples[] = {
    {"event", event_without<"context">, good_event},
};

bool broken(const Place &place) { return place.value.absent(); }

Words words(const Place &place) {
  return {std::string(place.subject) + " has no \"" + std::string(place.member) +
          "\", so it appears only in a log stream and not in the Events Perspective; add a context if the event "
          "belongs to an element"};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "log-only-event",
    .summary = "an event has no context",
    .why = "The documentation says: \"Events that contain a context will be visible in the StackState Events "
           "Perspective for views that contain a component with a matching source identifier. Events without a context "
           "will be available in StackState as a log stream.\"",
    .severity = Severity::info,
    .on = "event",
    .member = "context",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::log_only_event
