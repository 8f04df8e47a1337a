#include "support/faults.hpp"

namespace stslint::dangling_relation {
namespace {

constexpr Example examples[] = {
    {"topology",
     R"({"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [{"externalId": "a", "type": {"name": "host"}, "data": {}}], "relations": [{"externalId": "a->b", "sourceId": "a", "targetId": "b", "type": {"name": "uses"}, "data": {}}]})",
     R"({"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [{"externalId": "a", "type": {"name": "host"}, "data": {}}, {"externalId": "b", "type": {"name": "host"}, "data": {}}], "relations": [{"externalId": "a->b", "sourceId": "a", "targetId": "b", "type": {"name": "uses"}, "data": {}}]})"},
};

/// Not the index that others ask: this one is made when the first relation is met, of ids that nothing was said of.
constexpr Siblings::Name id = {[](const Value &component) { return component.member("externalId"); }, all_of};

/// The components of the whole snapshot that a relation belongs to; absent where components may come with another
/// message.
Value components_of(const Place &end) {
  const Place *relations = end.within->within, *topology = relations == nullptr ? nullptr : relations->within;
  if (topology == nullptr || topology->value.incomplete())
    return {};
  const bool whole = topology->value.member("start_snapshot").raw() == "true" &&
                     topology->value.member("stop_snapshot").raw() == "true";
  if (!whole)
    return {};
  const Value components = topology->value.member("components");
  return components.incomplete() ? Value() : components;
}

bool broken(const Place &place) {
  if (!place.value.is(Kind::string))
    return false;
  const Value components = components_of(place);
  // A component whose id cannot be read could be the one.
  return !components.absent() && !place.siblings->has(components, id, place.value) &&
         place.siblings->names_all(components, id);
}

Words words(const Place &place) {
  return {std::string(place.member) + ' ' + shown(place.value) +
          " is the externalId of no component in this snapshot, so the relation is not created; add the component, or "
          "write the id of one that is there"};
}

Edits fault(const Place &place, Decisions &) {
  return components_of(place).absent() ? Edits{} : replaced(place.value, R"("urn:host:/nowhere")");
}

} // namespace

extern constexpr Rule rule = {
    .id = "dangling-relation",
    .summary = "a relation ends at a component that its snapshot does not hold",
    .why = "A relation is not created when one of its ends is unknown. In a message that is a whole "
           "snapshot, with start_snapshot and stop_snapshot, nothing else can bring the component.",
    .severity = Severity::warning,
    .on = "relation",
    .member = "sourceId targetId",
    .types = present_only,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::dangling_relation
