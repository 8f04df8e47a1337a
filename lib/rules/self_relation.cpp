#include "support/faults.hpp"

namespace stslint::self_relation {
namespace {

constexpr Example examples[] = {
    {"relation", R"({"externalId": "a->a", "sourceId": "a", "targetId": "a", "type": {"name": "uses"}, "data": {}})",
     R"({"externalId": "a->b", "sourceId": "a", "targetId": "b", "type": {"name": "uses"}, "data": {}})"},
};

bool broken(const Place &place) {
  const Value source = place.parent.member("sourceId");
  return place.value.is(Kind::string) && source.is(Kind::string) && source.equals(place.value.view());
}

Words words(const Place &place) {
  return {"targetId " + shown(place.value) +
          " is also the sourceId, so the relation leads back to its start; write the id of the other component"};
}

Edits fault(const Place &place, Decisions &) {
  return replaced(place.value, std::string(place.parent.member("sourceId").raw()));
}

} // namespace

extern constexpr Rule rule = {
    .id = "self-relation",
    .summary = "a relation connects a component to itself",
    .why = "A relation connects two components, sourceId and targetId. If both are the same, the sender probably got "
           "one of the two wrong.",
    .severity = Severity::info,
    .on = "relation",
    .member = "targetId",
    .types = present_only,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::self_relation
