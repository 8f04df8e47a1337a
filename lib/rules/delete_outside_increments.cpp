#include "support/models.hpp"

namespace stslint::delete_outside_increments {
namespace {

constexpr Example examples[] = {
    {"health-item",
     R"({"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": [{"checkStateId": "disk-web01", "delete": true}]})",
     R"({"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})"},
};

const Place *item_of(const Place &member) {
  const Place *list = member.within->within;
  return list == nullptr ? nullptr : list->within;
}

bool broken(const Place &place) {
  if (place.value.raw() != "true")
    return false;
  const Place *item = item_of(place);
  const auto model = item == nullptr ? std::nullopt : model_of(item->value);
  return model && *model != Model::transactional_increments;
}

Words words(const Place &) {
  return {"delete works only with TRANSACTIONAL_INCREMENTS; leave the check state out instead, and StackState deletes "
          "it with the next snapshot or when it expires"};
}

Edits fault(const Place &place, Decisions &) {
  const Place *item = item_of(place);
  const auto model = item == nullptr ? std::nullopt : model_of(item->value);
  if (!place.value.absent() || !model || *model == Model::transactional_increments)
    return {};
  return inserted(place.parent, R"("delete": true)");
}

} // namespace

extern constexpr Rule rule = {
    .id = "delete-outside-increments",
    .summary = "a check state has \"delete\": true in a consistency model that does not support it",
    .why = "The documentation describes \"delete\" as a \"Flag that is interpreted as a delete request for the related "
           "checkStateId\", for TRANSACTIONAL_INCREMENTS only. With REPEAT_SNAPSHOTS, a snapshot deletes the check "
           "states that it does not contain. With REPEAT_STATES, check states that are not repeated expire.",
    .severity = Severity::warning,
    .on = "check-state",
    .member = "delete",
    .types = bit(Kind::boolean),
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::delete_outside_increments
