#include "support/stream_protocol.hpp"

namespace stslint::topology_stop_without_start {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"topologies": [{"stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"topologies": [{"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::topology_stop_without_start; }

Words words(const Place &) {
  return {"stop_snapshot ends a snapshot that was never started for this instance; send \"start_snapshot\": true in "
          "this topology or before it"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "topology-stop-without-start",
    .summary = "a topology snapshot ends without a start",
    .why = "The documentation says of stop_snapshot: \"this message is handled as the end of a snapshot\". Without a "
           "start there is no snapshot to end, and StackState deletes nothing.",
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "topology",
    .member = "stop_snapshot",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::topology_stop_without_start
