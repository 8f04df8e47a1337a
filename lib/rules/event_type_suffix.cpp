#include "support/faults.hpp"

namespace stslint::event_type_suffix {
namespace {

constexpr Example examples[] = {
    {"event-type", R"("Deployment")", R"("DeploymentEvent")"},
};

bool broken(const Place &place) { return !place.value.view().ends_with("Event"); }

Words words(const Place &place) {
  return {subject_with_value(place) +
          " does not end with \"Event\", as event types generally should; consider a name like "
          "\"ConfigurationChangedEvent\""};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view types[] = {R"("Deployment")", R"("Event happened")", R"("DEPLOYMENT_EVENT")"};
  return replaced(place.value, std::string(decisions.pick(types)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "event-type-suffix",
    .summary = "an event type does not end with Event",
    .why =
        "The documentation says: \"This should generally end with the suffix Event, for example "
        "ConfigurationChangedEvent, VersionChangedEvent.\" This is a matter of style: the receiver accepts any string.",
    .severity = Severity::info,
    .on = "event-type",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::event_type_suffix
