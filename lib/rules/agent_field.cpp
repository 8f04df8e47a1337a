#include "support/agent_fields.hpp"
#include "support/examples.hpp"

namespace stslint::agent_field {
namespace {

constexpr Example examples[] = {
    {"event", event_with<R"("priority": "normal")">, good_event},
};

bool broken(const Place &place) { return is_agent_field(place); }

Words words(const Place &place) {
  return {shown(place.value) + " is sent only by StackState's own agents and is not documented; leave it out, unless "
                               "an agent made this payload"};
}

Edits fault(const Place &place, Decisions &decisions) {
  const auto names = agent_fields_of(place.shape->name);
  return names.empty() ? Edits{} : inserted(place.parent, json_string(decisions.pick(names)) + ": \"x\"");
}

} // namespace

extern constexpr Rule rule = {
    .id = "agent-field",
    .summary = "a member that only agents send",
    .why = "StackState's own agents, old and new, send members that the document does not describe. The receiver takes "
           "or ignores them; nobody else needs them.",
    .severity = Severity::info,
    .keywords = Keyword::additional_properties,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::agent_field
