#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_missing_checkpoint {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 4}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 5}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 4}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 5}, "previous_checkpoint": {"offset": 4}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) {
  return place.value.absent() && stream_problem(place) == StreamProblem::missing_checkpoint;
}

Words words(const Place &place) {
  const Streams::Stream before = stream_before(place);
  return {"increment has no " + in_quotes(place.member) + ", although this stream is at checkpoint " +
          shown(Checkpoint(before)) + "; add that checkpoint, so that StackState can tell whether data is missing"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-missing-checkpoint",
    .summary = "an increment does not name the previous checkpoint",
    .why = with_sub_stream<
        "StackState raises SubStreamMissingCheckpoint when a sub stream \"previously observed a checkpoint, but the "
        "received message is missing the previous_checkpoint\". Without previous_checkpoint, lost data goes "
        "unnoticed.">,
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "increment",
    .member = "previous_checkpoint",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::sub_stream_missing_checkpoint
