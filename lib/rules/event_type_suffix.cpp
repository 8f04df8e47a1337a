#include "support/faults.hpp"

namespace stslint::event_type_suffix {
namespace {

constexpr Example examples[] = {
    {"event-type", R"("Deployment")", R"("DeploymentEvent")"},
};

bool broken(const Place &place) { return !place.value.view().ends_with("Event"); }

Words words(const Place &place) {
  return {std::string(place.subject) + ' ' + shown(place.value) +
          " does not end with \"Event\", as types of events generally should; consider a name such as "
          "\"ConfigurationChangedEvent\""};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view types[] = {R"("Deployment")", R"("Event happened")", R"("DEPLOYMENT_EVENT")"};
  return replaced(place.value, std::string(decisions.pick(types)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "event-type-suffix",
    .summary = "the type of an event does not end with Event",
    .why = "\"This should generally end with the suffix Event, for example ConfigurationChangedEvent, "
           "VersionChangedEvent.\" A matter of style: the receiver takes any text.",
    .severity = Severity::info,
    .on = "event-type",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::event_type_suffix
