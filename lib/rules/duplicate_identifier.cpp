#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"element-identifiers", R"(["urn:host:/web01", "urn:host:/web01"])", R"(["urn:host:/web01", "urn:host:/web02"])"},
};

bool broken(const Place &place) {
  return place.value.is(Kind::string) && !place.siblings->earlier(place.value, place.parent, whole).absent();
}

Words words(const Place &place) {
  return {"identifier " + shown(place.value) +
          " is already in this list and binds nothing more; remove it, or write the one you meant"};
}

Edits fault(const Place &place, Choices &) {
  return {{place.value.offset(), 0, std::string(place.value.raw()) + ", "}};
}

} // namespace

extern constexpr Rule duplicate_identifier = {
    .id = "duplicate-identifier",
    .summary = "an event names the same element twice",
    .why = "element_identifiers are \"used to bind the event to a topology element or elements\"; the second mention "
           "binds nothing more, and usually another element was meant.",
    .severity = Severity::warning,
    .on = "element-identifier",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
