#include "support/faults.hpp"

namespace stslint::untyped_metric {
namespace {

constexpr Example examples[] = {
    {"metric", R"(["app.requests", 1607432944, 42, {"hostname": "web01"}])",
     R"(["app.requests", 1607432944, 42, {"hostname": "web01", "type": "gauge"}])"},
};

bool broken(const Place &place) { return place.value.absent(); }

Words words(const Place &place) {
  return {owner_of(place, "the metric") + " has no " + in_quotes(place.member) +
          " in its details, so StackState has to guess how to aggregate its values; add the type, for example " +
          in_quotes(place.member) + ": \"gauge\""};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "untyped-metric",
    .summary = "a metric does not name its type",
    .why = "The documentation says of \"type\": \"The type of metric. Can be gauge, count, rate, counter or raw.\" "
           "Without "
           "it a rate and a count look the same, and StackState can only guess how to aggregate them.",
    .severity = Severity::warning,
    .on = "metric-details",
    .member = "type",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::untyped_metric
