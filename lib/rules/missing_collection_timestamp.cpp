#include "support/times.hpp"

namespace stslint::missing_collection_timestamp {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]]})",
     R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]]})"},
};

bool broken(const Place &place) { return place.value.absent(); }

Words words(const Place &place) {
  return {std::string(place.subject) + " has no " + in_quotes(place.member) +
          ", so a delay goes unnoticed; add the time of the collection in " +
          time_in_words(unit_of(*place.property->shape))};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "missing-collection-timestamp",
    .summary = "the payload does not say when its data was collected",
    .why =
        "The documentation describes collection_timestamp as \"the epoch timestamp for the collection in seconds\". "
        "Agents leave it out and the receiver accepts that, but without it nobody notices when a payload is delayed.",
    .severity = Severity::warning,
    .on = "payload",
    .member = "collection_timestamp",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::missing_collection_timestamp
