#include "support/duplicates.hpp"

namespace stslint::duplicate_identifier {
namespace {

constexpr Example examples[] = {
    {"element-identifiers", R"(["urn:host:/web01", "urn:host:/web01"])", R"(["urn:host:/web01", "urn:host:/web02"])"},
};

Words words(const Place &place) {
  return {"identifier " + shown(place.value) +
          " is already in this list, so the second one has no effect; remove it, or write the identifier you meant"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "duplicate-identifier",
    .summary = "an event names the same element twice",
    .why = "According to the documentation, element_identifiers are \"used to bind the event to a topology element or "
           "elements\". Naming an element again has no effect, and usually the sender meant another one.",
    .severity = Severity::warning,
    .on = "element-identifier",
    .mark = may_repeat,
    .examples = examples,
    .broken = stands_before,
    .words = words,
    .fault = twice,
};

} // namespace stslint::duplicate_identifier
