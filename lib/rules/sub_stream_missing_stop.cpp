#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_missing_stop {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"collection_timestamp": 1607432950, "health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "internalHostname": "web01"}
{"collection_timestamp": 1607433551, "health": [{"consistency_model": "REPEAT_SNAPSHOTS", "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "internalHostname": "web01"})",
     R"({"collection_timestamp": 1607432950, "health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "internalHostname": "web01"}
{"collection_timestamp": 1607433550, "health": [{"consistency_model": "REPEAT_SNAPSHOTS", "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::missing_stop; }

Words words(const Place &place) {
  const std::string limit = std::to_string(static_cast<int>(2 * stream_before(place).repeat));
  return {"the open snapshot of this stream received no stop_snapshot within " + limit +
          " seconds (twice its repeat_interval_s), so StackState closed it; send stop_snapshot in time"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-missing-stop",
    .summary = "a health snapshot is not stopped in time",
    .why =
        with_sub_stream<"StackState raises SubStreamMissingStop when no stop comes within \"two times the "
                        "repeat_interval_s established in the start snapshot message. In this case an automatic stop "
                        "snapshot will be applied.\"">,
    .severity = Severity::warning,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "health-item",
    .member = "stream",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::sub_stream_missing_stop
