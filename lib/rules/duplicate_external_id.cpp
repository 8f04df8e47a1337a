#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"components",
     R"([{"externalId": "web01", "type": {"name": "host"}, "data": {}}, {"externalId": "web01", "type": {"name": "host"}, "data": {}}])",
     R"([{"externalId": "web01", "type": {"name": "host"}, "data": {}}, {"externalId": "web02", "type": {"name": "host"}, "data": {}}])"},
};

constexpr Siblings::Name id = {[](const Value &element) { return element.member("externalId"); }, all_of};

bool broken(const Place &place) {
  const Place *list = place.within->within;
  return list != nullptr && !place.siblings->earlier(place.parent, list->value, id).absent();
}

Words words(const Place &place) {
  return {"externalId " + shown(place.value) +
          " stands before in this list, and StackState keeps only one of each id; give this one its own, or remove it"};
}

Edits fault(const Place &place, Choices &) {
  if (place.within->within == nullptr || place.value.absent())
    return {};
  return {{place.parent.offset(), 0, std::string(place.parent.raw()) + ", "}};
}

} // namespace

extern constexpr Rule duplicate_external_id = {
    .id = "duplicate-external-id",
    .summary = "two components, or two relations, have the same id",
    .why = "externalId: \"has to be unique for this instance\". Of two with the same id StackState keeps one.",
    .severity = Severity::warning,
    .on = "component relation",
    .member = "externalId",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
