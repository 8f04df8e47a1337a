#include "support/models.hpp"

namespace stslint::foreign_model_field {
namespace {

constexpr Example examples[] = {
    {"health-item",
     R"({"consistency_model": "REPEAT_SNAPSHOTS", "expiry": {"repeat_interval_s": 300, "expiry_interval_s": 600}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})",
     R"({"consistency_model": "REPEAT_STATES", "expiry": {"repeat_interval_s": 300, "expiry_interval_s": 600}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})"},
};

bool broken(const Place &place) {
  const auto model = model_of(place.parent);
  return model && *model != model_with(place.member);
}

Words words(const Place &place) {
  const Value stated = written(place.parent, "consistency_model");
  const std::string right(name(model_with(place.member)));
  // SUSE's documentation has that model no longer.
  const bool possible = place.settings->stackstate != Version::suse || right != name(Model::repeat_states);
  return {in_quotes(place.member) + " is a field of " + right + ", but this health item " +
          (stated.absent() ? "has no consistency_model and counts as REPEAT_SNAPSHOTS" : "uses " + stated.text()) +
          "; remove it" + (possible ? ", or write \"consistency_model\": " + in_quotes(right) : "")};
}

Edits fault(const Place &place, Decisions &) {
  const auto model = model_of(place.parent);
  if (!place.value.absent() || !model || *model == model_with(place.member))
    return {};
  return inserted(place.parent, in_quotes(place.member) + ": " + example_of(*place.property));
}

} // namespace

extern constexpr Rule rule = {
    .id = "foreign-model-field",
    .summary = "a health item has a field of another consistency model",
    .why = "Each model has its own fields: REPEAT_SNAPSHOTS has start_snapshot and stop_snapshot, REPEAT_STATES has "
           "expiry, and TRANSACTIONAL_INCREMENTS has increment. A health item with the fields of two models belongs to "
           "neither. With --stackstate suse, REPEAT_STATES is itself an error (unknown-value).",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation shows each field with its own consistency model only"},
    .on = "health-item",
    .member = "start_snapshot stop_snapshot expiry increment",
    .types = present_only,
    .examples = examples,
    .schema =
        {"health-item",
         R"({"if": {"properties": {"consistency_model": {"enum": ["REPEAT_STATES", "TRANSACTIONAL_INCREMENTS"]}}, "required": ["consistency_model"]}, "then": {"properties": {"start_snapshot": false, "stop_snapshot": false}}, "else": {"properties": {"expiry": false, "increment": false}}},
        {"if": {"properties": {"consistency_model": {"const": "TRANSACTIONAL_INCREMENTS"}}, "required": ["consistency_model"]}, "then": {"properties": {"expiry": false}}},
        {"if": {"properties": {"consistency_model": {"const": "REPEAT_STATES"}}, "required": ["consistency_model"]}, "then": {"properties": {"increment": false}}})"},
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::foreign_model_field
