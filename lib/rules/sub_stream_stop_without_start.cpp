#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_stop_without_start {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::stop_without_start; }

Words words(const Place &) {
  return {"stop_snapshot ends a snapshot that was never started on this stream; send start_snapshot first, or remove "
          "stop_snapshot"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-stop-without-start",
    .summary = "a health snapshot ends without a start",
    .why = with_sub_stream<
        "StackState raises SubStreamStopWithoutStart when it receives \"a stop snapshot message without "
        "having started a snapshot at all\".">,
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "health-item",
    .member = "stop_snapshot",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::sub_stream_stop_without_start
