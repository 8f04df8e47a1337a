#include "support/faults.hpp"

namespace stslint::dangling_relation {
namespace {

constexpr Example examples[] = {
    {"topology",
     R"({"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [{"externalId": "a", "type": {"name": "host"}, "data": {}}], "relations": [{"externalId": "a->b", "sourceId": "a", "targetId": "b", "type": {"name": "uses"}, "data": {}}]})",
     R"({"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [{"externalId": "a", "type": {"name": "host"}, "data": {}}, {"externalId": "b", "type": {"name": "host"}, "data": {}}], "relations": [{"externalId": "a->b", "sourceId": "a", "targetId": "b", "type": {"name": "uses"}, "data": {}}]})"},
};

/// An index of its own: it is built at the first relation, from the ids that have no finding by then.
constexpr Siblings::Name id = {[](const Value &component) { return component.member("externalId"); }, all_of};

/// The components of the whole snapshot that a relation belongs to; absent if another payload may bring components.
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
  // A component with an unreadable id could be the missing one.
  return !components.absent() && !place.siblings->has(components, id, place.value) &&
         place.siblings->names_all(components, id);
}

Words words(const Place &place) {
  return {std::string(place.member) + ' ' + shown(place.value) +
          " matches no component in this snapshot, so StackState does not create the relation; add the component, or "
          "write the externalId of a component in the snapshot"};
}

Edits fault(const Place &place, Decisions &) {
  return components_of(place).absent() ? Edits{} : replaced(place.value, R"("urn:host:/nowhere")");
}

} // namespace

extern constexpr Rule rule = {
    .id = "dangling-relation",
    .summary = "a relation names a component that its snapshot does not have",
    .why = "StackState does not create a relation if one of its ends is unknown. A topology with both start_snapshot "
           "and stop_snapshot is a whole snapshot, so no other payload can add the component.",
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
