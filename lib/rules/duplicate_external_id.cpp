#include "support/duplicates.hpp"

namespace stslint::duplicate_external_id {
namespace {

constexpr Example examples[] = {
    {"components",
     R"([{"externalId": "web01", "type": {"name": "host"}, "data": {}}, {"externalId": "web01", "type": {"name": "host"}, "data": {}}])",
     R"([{"externalId": "web01", "type": {"name": "host"}, "data": {}}, {"externalId": "web02", "type": {"name": "host"}, "data": {}}])"},
};

bool broken(const Place &place) { return named_before(place, external_id); }

Words words(const Place &place) {
  return {"externalId " + shown(place.value) +
          " is already used in this list, and StackState keeps only one element per id; give this one its own id, or "
          "remove it"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "duplicate-external-id",
    .summary = "two components, or two relations, have the same id",
    .why = "The documentation says that an externalId \"has to be unique for this instance\". If two elements have the "
           "same id, StackState keeps one of them.",
    .severity = Severity::warning,
    .on = "component relation",
    .member = "externalId",
    .types = bit(Kind::string),
    .mark = may_repeat,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = object_twice,
};

} // namespace stslint::duplicate_external_id
