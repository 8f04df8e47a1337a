#include "support/agent_fields.hpp"
#include "support/examples.hpp"

namespace stslint::agent_field {
namespace {

constexpr Example examples[] = {
    {"event", event_with<R"("priority": "normal")">, good_event},
};

bool broken(const Place &place) { return is_agent_field(place); }

Words words(const Place &place) {
  return {
      shown(place.value) +
      " is an undocumented field that only StackState's own agents send; remove it, unless an agent made this payload"};
}

Edits fault(const Place &place, Decisions &decisions) {
  const auto names = agent_fields_of(place.shape->name);
  return names.empty() ? Edits{} : inserted(place.parent, json_string(decisions.pick(names)) + ": \"x\"");
}

} // namespace

extern constexpr Rule rule = {
    .id = "agent-field",
    .summary = "a payload has a field that only StackState's agents send",
    .why = "StackState's own agents, old and new, send fields that the documentation does not describe. The receiver "
           "accepts or ignores them; other senders do not need them.",
    .severity = Severity::info,
    .keywords = Keyword::additional_properties,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::agent_field
