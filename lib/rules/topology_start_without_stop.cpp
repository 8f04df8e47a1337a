#include "support/stream_protocol.hpp"

namespace stslint::topology_start_without_stop {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"topologies": [{"start_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"topologies": [{"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"topologies": [{"start_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"topologies": [{"stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::topology_start_without_stop; }

Words words(const Place &) {
  return {"start_snapshot comes while the previous snapshot of this instance is still open, so StackState cannot tell "
          "which elements belong to which snapshot; end the previous one with \"stop_snapshot\": true first"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "topology-start-without-stop",
    .summary = "a topology snapshot starts while the previous one is still open",
    .why = "The documentation says of start_snapshot: \"this message is handled as the beginning of a snapshot\". If "
           "the previous snapshot of the same instance is still open, StackState cannot tell which elements belong to "
           "which snapshot. StackState's own agents refuse to send the second start.",
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "topology",
    .member = "start_snapshot",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::topology_start_without_stop
