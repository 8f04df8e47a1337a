#include "support/reserved_prefix.hpp"

namespace stslint::forbidden_metric_name {
namespace {

constexpr Example examples[] = {
    {"metric-name", R"("host.cpu")", R"("app.host.cpu")"},
    {"metric-name", R"("values.sum")", R"("app.values.sum")"},
};

bool broken(const Place &place) {
  return !place.settings->whole_metric_prefixes || starts_with_reserved_segment(place);
}

Words words(const Place &place) { return reserved_prefix_words(place, "metric name"); }

} // namespace

extern constexpr Rule rule = {
    .id = "forbidden-metric-name",
    .summary = "a metric name starts with a prefix that StackState reserves",
    .why = "The name of a metric must not start with host, labels, name, tags, timeReceived, timestamp or values. "
           "StackState stores a metric in fields with these names, so a metric name that starts with one of them "
           "collides with that field. With the option \"prefix-match\": \"segment\" in .stslint.json, stslint "
           "compares whole dot-separated segments: it reports host and host.cpu, but not hostile.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation: a metric name \"must not start with\" these prefixes"},
    .on = "metric-name",
    .keywords = Keyword::pattern,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = reserved_prefix_fault,
};

} // namespace stslint::forbidden_metric_name
