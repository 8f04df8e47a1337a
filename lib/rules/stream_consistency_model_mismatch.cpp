#include "support/stream_protocol.hpp"

namespace stslint::stream_consistency_model_mismatch {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "REPEAT_STATES", "expiry": {"repeat_interval_s": 300, "expiry_interval_s": 600}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) { return stream_problem(place) == StreamProblem::model_mismatch; }

Words words(const Place &place) {
  const std::string first(name(static_cast<Model>(std::max(stream_before(place).model, 0))));
  return {(place.value.absent() ? "a health item without consistency_model counts as REPEAT_SNAPSHOTS"
                                : "consistency_model is " + shown(place.value)) +
          ", but this stream began with " + first + ", and StackState refuses a health item of another model; write " +
          first + ", or use another stream"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "stream-consistency-model-mismatch",
    .summary = "a health stream changes its consistency model",
    .why = "StackState raises StreamConsistencyModelMismatch when a health item \"belongs to a different "
           "consistency model than that specified when the stream was created\".",
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "health-item",
    .member = "consistency_model",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::stream_consistency_model_mismatch
