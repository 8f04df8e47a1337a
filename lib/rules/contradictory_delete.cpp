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
  return {"id " + shown(place.value) +
          " is to be deleted, but this message also sends an element of that id; remove one of the two"};
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
    .summary = "a topology deletes what it sends",
    .why = "delete_ids holds what is to go. An id in it that is also among the components or relations of "
           "the same message says two things at once, and nothing tells which of them wins.",
    .severity = Severity::warning,
    .on = "deleted-id",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::contradictory_delete
