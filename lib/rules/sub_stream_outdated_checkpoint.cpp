#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_outdated_checkpoint {
namespace {

constexpr Example examples[] = {
    {"increment",
     R"({"checkpoint": {"offset": 5, "batch_index": 100}, "previous_checkpoint": {"offset": 5, "batch_index": 102}})",
     R"({"checkpoint": {"offset": 5, "batch_index": 102}, "previous_checkpoint": {"offset": 5, "batch_index": 100}})"},
};

/// The checkpoint is not later than the previous_checkpoint of its own increment.
bool precedes_its_own(const Place &place) {
  const Checkpoint now(place.value), previous(place.parent.member("previous_checkpoint"));
  return now.offset && previous.offset && !now.after(previous);
}

bool broken(const Place &place) {
  // Ask the stream in any case: that is how it records the health item.
  const bool outdated = stream_problem(place) == StreamProblem::outdated_checkpoint;
  return precedes_its_own(place) || (outdated && Checkpoint(place.value).offset);
}

Words words(const Place &place) {
  // By now previous_checkpoint may have a finding of its own: then it is absent here.
  const Checkpoint previous(place.parent.member("previous_checkpoint")), last(stream_before(place));
  const std::string before = last.offset       ? "the last checkpoint of this stream, " + shown(last)
                             : previous.offset ? "its previous_checkpoint, " + shown(previous)
                                               : "its previous_checkpoint";
  return {"checkpoint " + shown(Checkpoint(place.value)) + " is not later than " + before +
          ", so StackState treats its data as already received; increase the checkpoint with every health item"};
}

Edits fault(const Place &place, Decisions &) {
  const Value previous = place.parent.member("previous_checkpoint");
  return previous.absent() ? Edits{} : replaced(place.value, std::string(previous.raw()));
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-outdated-checkpoint",
    .summary = "the checkpoint of an increment is not later than the one before it",
    .why = with_sub_stream<
        "StackState raises SubStreamOutdatedCheckpoint when a health item \"has a checkpoint that precedes the last "
        "observed one\", and treats its data as already received. A checkpoint is an offset, or an "
        "offset with a batch_index: 5/102 (offset 5, batch_index 102) is later than 5/100.">,
    .severity = Severity::error,
    .receiver =
        {Expected::implementation,
         "the receiver checks each payload on its own; StackState reports a wrong order of checkpoints afterwards"},
    .on = "increment",
    .member = "checkpoint",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::sub_stream_outdated_checkpoint
