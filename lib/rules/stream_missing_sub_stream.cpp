#include "support/stream_protocol.hpp"

namespace stslint::stream_missing_sub_stream {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "check_states": [{"checkStateId": "disk", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"}], "stream": {"urn": "urn:health:billing:checks"}}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "check_states": [{"checkStateId": "disk", "name": "Disk usage", "health": "Clear", "topologyElementIdentifier": "urn:host:/web01"}], "stream": {"urn": "urn:health:billing:checks"}}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::missing_sub_stream; }

Words words(const Place &place) {
  const bool snapshots = model_of(place.parent) == Model::repeat_snapshots;
  return {"check_states come before their stream is set up, so StackState has no stream to put them into; send " +
          std::string(snapshots ? "start_snapshot" : "expiry") + " with the first health item of the stream"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "stream-missing-sub-stream",
    .summary = "a health stream sends check states before it is set up",
    .why = with_sub_stream<
        "StackState raises StreamMissingSubStream when it receives health items \"without a previous stream setup "
        "message as start_snapshot or expiry\". It then has no stream to put the check states into.">,
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "health-item",
    .member = "check_states",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::stream_missing_sub_stream
