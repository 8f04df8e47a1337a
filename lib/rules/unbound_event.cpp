#include "support/examples.hpp"
#include "support/faults.hpp"

namespace stslint::unbound_event {
namespace {

constexpr Example examples[] = {
    {"context", context_without<"element_identifiers">, good_context},
    {"context", context_with<R"("element_identifiers": [])">, good_context},
};

bool broken(const Place &place) {
  return place.value.absent() || (place.value.is(Kind::array) && place.value.empty() && !place.value.incomplete());
}

Words words(const Place &place) {
  return {
      (place.value.absent() ? "the context has no element_identifiers" : std::string("element_identifiers is empty")) +
      ", so the event is bound to no element and no view shows it; name at least one element, for example "
      "[\"urn:host:/web01\"]"};
}

Edits fault(const Place &place, Decisions &decisions) {
  return decisions.draw(2) == 0 ? removed(place) : replaced(place.value, "[]");
}

} // namespace

extern constexpr Rule rule = {
    .id = "unbound-event",
    .summary = "an event's context names no topology element",
    .why = "The documentation says of element_identifiers: \"These are used to bind the event to a topology element or "
           "elements.\" An event with a context appears only in views that contain one of "
           "these elements.",
    .severity = Severity::warning,
    .on = "context",
    .member = "element_identifiers",
    .types = absent_only | bit(Kind::array),
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unbound_event
