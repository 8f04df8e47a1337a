#include "support/duplicates.hpp"

namespace stslint::contradictory_delete {
namespace {

constexpr Example examples[] = {
    {"topology",
     R"({"instance": {"type": "billing", "url": "https://billing.example.org"}, "delete_ids": ["a"], "components": [{"externalId": "a", "type": {"name": "host"}, "data": {}}], "relations": []})",
     R"({"instance": {"type": "billing", "url": "https://billing.example.org"}, "delete_ids": ["b"], "components": [{"externalId": "a", "type": {"name": "host"}, "data": {}}], "relations": []})"},
};

bool broken(const Place &place) {
  const Place *topology = place.within == nullptr ? nullptr : place.within->within;
  if (topology == nullptr)
    return false;
  for (const char *list : {"components", "relations"})
    if (place.siblings->has(topology->value.member(list), external_id, place.value))
      return true;
  return false;
}

Words words(const Place &place) {
  return {"delete_ids names " + shown(place.value) +
          ", but this topology also sends an element with that id; remove either the id or the element"};
}

Edits fault(const Place &place, Decisions &) {
  const Place *topology = place.within == nullptr ? nullptr : place.within->within;
  if (topology == nullptr)
    return {};
  for (const Value component : topology->value.member("components").items())
    return replaced(place.value, std::string(component.member("externalId").raw()));
  return {};
}

} // namespace

extern constexpr Rule rule = {
    .id = "contradictory-delete",
    .summary = "a topology deletes an element that it also sends",
    .why = "delete_ids lists the elements to delete. If the same topology also sends one of them, as a component or a "
           "relation, the topology contradicts itself, and the documentation does not say whether the element is then "
           "kept or deleted.",
    .severity = Severity::warning,
    .on = "deleted-id",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::contradictory_delete
