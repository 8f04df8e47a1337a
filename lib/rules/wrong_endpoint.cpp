#include "support/faults.hpp"

namespace stslint::wrong_endpoint {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]], "series": []})",
     R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]]})"},
};

bool broken(const Place &place) { return place.value.equals("series"); }

Words words(const Place &place) {
  return {shown(place.value) + " belongs to …/stsAgent/api/v1/series, not to the intake; send it there, or write it as "
                               "\"metrics\": [[name, time, value, {…}]]"};
}

Edits fault(const Place &place, Decisions &) { return inserted(place.parent, "\"series\": []"); }

} // namespace

extern constexpr Rule rule = {
    .id = "wrong-endpoint",
    .summary = "the payload is meant for an endpoint other than the intake",
    .why = "Besides the intake, the receiver has endpoints that accept other bodies: /stsAgent/api/v1/series accepts "
           "{\"series\": […]}. An endpoint refuses a body that is meant for another one, or ignores it without notice.",
    .severity = Severity::error,
    .on = "payload",
    .keywords = Keyword::additional_properties,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::wrong_endpoint
