#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_check_state_outside_snapshot {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "stop_snapshot": {}, "check_states": [{"checkStateId": "disk", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"}], "stream": {"urn": "urn:health:billing:checks"}}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "stop_snapshot": {}, "check_states": [{"checkStateId": "disk", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"}], "stream": {"urn": "urn:health:billing:checks"}}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::state_outside_snapshot; }

Words words(const Place &) {
  return {"check_states come while no snapshot of their stream is open, so StackState drops them; send start_snapshot "
          "with them or before them"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-check-state-outside-snapshot",
    .summary = "a health stream sends check states outside a snapshot",
    .why =
        with_sub_stream<"StackState raises SubStreamCheckStateOutsideSnapshot when it receives \"external check states "
                        "without previously opening a snapshot\".">,
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "health-item",
    .member = "check_states",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::sub_stream_check_state_outside_snapshot
