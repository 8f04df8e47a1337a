#include "agent_fields.hpp"

namespace stslint::agent_field {
namespace {

constexpr Example examples[] = {
    {"event",
     R"({"msg_title": "Deployed web", "msg_text": "1.4.2", "event_type": "DeploymentEvent", "context": {"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]}, "timestamp": 1607432944, "priority": "normal"})",
     R"({"msg_title": "Deployed web", "msg_text": "1.4.2", "event_type": "DeploymentEvent", "context": {"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]}, "timestamp": 1607432944})"},
};

bool broken(const Place &place) { return is_agent_field(place); }

Words words(const Place &place) {
  return {shown(place.value) + " is sent only by StackState's own agents and is not documented; leave it out, unless "
                               "an agent made this payload"};
}

Edits fault(const Place &place, Choices &choices) {
  const auto names = agent_fields_of(place.shape->name);
  return names.empty() ? Edits{} : inserted(place.parent, json_string(choices.pick(names)) + ": \"x\"");
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
