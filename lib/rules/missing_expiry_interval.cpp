#include "support/faults.hpp"

namespace stslint::missing_expiry_interval {
namespace {

constexpr Example examples[] = {
    {"health-item",
     R"({"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks", "sub_stream_id": "eu"}, "check_states": []})",
     R"({"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": {"repeat_interval_s": 300, "expiry_interval_s": 600}, "stop_snapshot": {}, "stream": {"urn": "urn:health:billing:checks", "sub_stream_id": "eu"}, "check_states": []})"},
};

bool in_sub_stream(const Place &member) {
  const Place *item = member.within->within;
  return item != nullptr && item->value.member("stream").member("sub_stream_id").is(Kind::string);
}

bool broken(const Place &place) {
  return in_sub_stream(place) && (place.value.absent() ? !place.parent.incomplete() : place.value.number() == 0);
}

Words words(const Place &place) {
  return {std::string(place.subject) +
          (place.value.absent() ? " has no " + in_quotes(place.member) + ", which sub streams require"
                                : " is 0, but sub streams must expire") +
          "; write how many seconds StackState waits for an update before it deletes the check states, for example " +
          example_of(*place.property)};
}

Edits fault(const Place &place, Decisions &decisions) {
  if (!in_sub_stream(place) || place.value.absent())
    return {};
  return decisions.draw(2) == 0 ? removed(place) : replaced(place.value, "0");
}

} // namespace

extern constexpr Rule rule = {
    .id = "missing-expiry-interval",
    .summary = "a sub stream does not say when it expires",
    .why = "The documentation says of expiry_interval_s: \"Required when using sub streams.\" A sub stream is the "
           "part of a stream that has its own sub_stream_id. Without expiry_interval_s, StackState keeps its check "
           "states forever after the sub stream stops sending.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation: \"Required when using sub streams\""},
    .on = "start-snapshot",
    .member = "expiry_interval_s",
    .examples = examples,
    .schema =
        {"health-item",
         R"({"if": {"properties": {"stream": {"type": "object", "properties": {"sub_stream_id": {"type": "string"}}, "required": ["sub_stream_id"]}}, "required": ["stream"]}, "then": {"properties": {"start_snapshot": {"properties": {"expiry_interval_s": {"not": {"const": 0}}}, "required": ["expiry_interval_s"]}}}})"},
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::missing_expiry_interval
