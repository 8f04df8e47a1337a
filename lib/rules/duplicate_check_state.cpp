#include "support/duplicates.hpp"

namespace stslint::duplicate_check_state {
namespace {

constexpr Example examples[] = {
    {"check-states",
     R"([{"checkStateId": "disk-web01", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"}, {"checkStateId": "disk-web01", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"}])",
     R"([{"checkStateId": "disk-web01", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"}])"},
};

constexpr Siblings::Name id = {[](const Value &state) { return state.member("checkStateId"); }, all_of};

bool broken(const Place &place) { return named_before(place, id); }

Words words(const Place &place) {
  return {
      "checkStateId " + shown(place.value) +
      " is already used in this health item, and StackState keeps only one check state per id; give this one its own "
      "id, or remove it"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "duplicate-check-state",
    .summary = "a health item has two check states with the same id",
    .why = "checkStateId identifies the check state in the system that it comes from. If two check states of a health "
           "item "
           "have the same id, StackState keeps one of them.",
    .severity = Severity::warning,
    .on = "check-state",
    .member = "checkStateId",
    .types = bit(Kind::string),
    .mark = may_repeat,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = object_twice,
};

} // namespace stslint::duplicate_check_state
