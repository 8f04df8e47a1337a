#include "support/faults.hpp"

namespace stslint::incomplete_check_state {
namespace {

constexpr Example examples[] = {
    {"check-state",
     R"({"checkStateId": "disk-web01", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"})",
     R"({"checkStateId": "disk-web01", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"})"},
};

bool is_deleted(const Value &state) {
  const Value flag = written(state, "delete");
  return !flag.absent() && flag.raw() != "false";
}

bool broken(const Place &place) {
  return place.value.absent() && !is_deleted(place.parent) && !place.parent.incomplete();
}

Words words(const Place &place) {
  return {std::string(place.subject) + " has no " + in_quotes(place.member) + ", so StackState cannot show it; add " +
          in_quotes(place.member) + ": " + example_of(*place.property)};
}

Edits fault(const Place &place, Decisions &) { return is_deleted(place.parent) ? Edits{} : removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "incomplete-check-state",
    .summary = "a check state has no name, no health state or no topology element",
    .why = "Every check state needs \"name\", \"health\" and \"topologyElementIdentifier\", unless \"delete\" is true. "
           "Otherwise StackState reports SubStreamTransformerError, for example \"Missing required field 'name'\".",
    .severity = Severity::error,
    .receiver = {Expected::reject,
                 "StackState reports such a check state as an error: \"Missing required field 'name'\""},
    .on = "check-state",
    .member = "name health topologyElementIdentifier",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .schema =
        {"check-state",
         R"({"if": {"properties": {"delete": {"const": false}}}, "then": {"required": ["name", "health", "topologyElementIdentifier"]}})"},
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::incomplete_check_state
