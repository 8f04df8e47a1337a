#include "support/faults.hpp"

namespace stslint::hostless_metric {
namespace {

constexpr Example examples[] = {
    {"metric", R"(["app.requests", 1607432944, 42, {"type": "gauge"}])",
     R"(["app.requests", 1607432944, 42, {"hostname": "web01", "type": "gauge"}])"},
};

bool broken(const Place &place) { return place.value.absent(); }

Words words(const Place &place) {
  return {owner_of(place, "the metric") + " has no " + in_quotes(place.member) +
          " in its details, so the receiver assigns it to the sending host; add " + in_quotes(place.member) + ": " +
          example_of(*place.property)};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "hostless-metric",
    .summary = "a metric does not name its host",
    .why = "The documentation describes hostname as \"The host that generated the metric.\" Without it the receiver "
           "uses the sending host, which is the wrong one when metrics are collected remotely.",
    .severity = Severity::warning,
    .on = "metric-details",
    .member = "hostname",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::hostless_metric
