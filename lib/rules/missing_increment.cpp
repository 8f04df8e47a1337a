#include "support/models.hpp"

namespace stslint::missing_increment {
namespace {

constexpr Example examples[] = {
    {"health-item",
     R"({"consistency_model": "TRANSACTIONAL_INCREMENTS", "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})",
     R"({"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 5}, "previous_checkpoint": {"offset": 4}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})"},
};

bool broken(const Place &place) {
  return place.value.absent() && model_of(place.parent) == Model::transactional_increments;
}

Words words(const Place &place) {
  return {std::string(place.subject) + " has no " + in_quotes(place.member) +
          ", which TRANSACTIONAL_INCREMENTS requires in every health item; add " + in_quotes(place.member) + ": " +
          example_of(*place.property)};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "missing-increment",
    .summary = "a health item of the model TRANSACTIONAL_INCREMENTS has no increment",
    .why = "The documentation says: \"An increment object needs to be present on every message.\" Its checkpoints tell "
           "StackState whether data is missing or was sent twice. Only the first increment of a stream needs no "
           "previous_checkpoint.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation: increment \"needs to be present on every message\""},
    .on = "health-item",
    .member = "increment",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .schema =
        {"health-item",
         R"({"if": {"properties": {"consistency_model": {"const": "TRANSACTIONAL_INCREMENTS"}}, "required": ["consistency_model"]}, "then": {"required": ["increment"]}})"},
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::missing_increment
