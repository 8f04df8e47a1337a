#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_invalid_checkpoint {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 4}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 6}, "previous_checkpoint": {"offset": 5}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})",
     R"({"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 4}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"}
{"health": [{"consistency_model": "TRANSACTIONAL_INCREMENTS", "increment": {"checkpoint": {"offset": 6}, "previous_checkpoint": {"offset": 4}}, "stream": {"urn": "urn:health:billing:checks"}, "check_states": []}], "collection_timestamp": 1607432950, "internalHostname": "web01"})"},
};

bool broken(const Place &place) {
  return Checkpoint(place.value).offset && stream_problem(place) == StreamProblem::invalid_checkpoint;
}

Words words(const Place &place) {
  return {"previous_checkpoint is " + shown(Checkpoint(place.value)) + ", but the last checkpoint of this stream is " +
          shown(Checkpoint(stream_before(place))) +
          ", so a health item in between is missing; send all of them, in order"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-invalid-checkpoint",
    .summary = "an increment does not follow the last checkpoint of its stream",
    .why = with_sub_stream<
        "StackState raises SubStreamInvalidCheckpoint when a health item \"has a previous_checkpoint that isn't "
        "equivalent to the last observed one\", because a health item between the two is missing.">,
    .severity = Severity::error,
    .receiver = reported_later,
    .scope = Scope::stream,
    .on = "increment",
    .member = "previous_checkpoint",
    .examples = examples,
    .broken = broken,
    .words = words,
};

} // namespace stslint::sub_stream_invalid_checkpoint
