#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_start_without_stop {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::start_without_stop; }

Words words(const Place &) {
  return {"start_snapshot comes while the previous snapshot of this stream is still open, so StackState cannot tell "
          "which check states belong to which snapshot; end the previous one with stop_snapshot first"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-start-without-stop",
    .summary = "a health snapshot starts while the previous one is still open",
    .why = with_sub_stream<"StackState raises SubStreamStartWithoutStop when it receives \"a second message to open a "
                           "snapshot when a previous snapshot was still open\".">,
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "health-item",
    .member = "start_snapshot",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::sub_stream_start_without_stop
