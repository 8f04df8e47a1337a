#include "support/stream_protocol.hpp"

namespace stslint::sub_stream_outdated_checkpoint {
namespace {

constexpr Example examples[] = {
    {"increment",
     R"({"checkpoint": {"offset": 5, "batch_index": 100}, "previous_checkpoint": {"offset": 5, "batch_index": 102}})",
     R"({"checkpoint": {"offset": 5, "batch_index": 102}, "previous_checkpoint": {"offset": 5, "batch_index": 100}})"},
};

/// The checkpoint that this one should follow: the one it names, else the last of its stream.
bool precedes_its_own(const Place &place) {
  const Checkpoint now(place.value), previous(place.parent.member("previous_checkpoint"));
  return now.offset && previous.offset && !now.after(previous);
}

bool broken(const Place &place) {
  // The stream is asked in any case: it enters the message.
  const bool outdated = stream_problem(place) == StreamProblem::outdated_checkpoint;
  return precedes_its_own(place) || (outdated && Checkpoint(place.value).offset);
}

Words words(const Place &place) {
  // What the rule saw may have been spoken of since: then it is not shown.
  const Checkpoint previous(place.parent.member("previous_checkpoint")), last(stream_before(place));
  const std::string before = last.offset       ? "the last one on this stream, " + shown(last)
                             : previous.offset ? "its previous_checkpoint " + shown(previous)
                                               : "its previous_checkpoint";
  return {"checkpoint " + shown(Checkpoint(place.value)) + " does not come after " + before +
          ", so StackState takes the message for one it has; let checkpoints only grow"};
}

Edits fault(const Place &place, Decisions &) {
  const Value previous = place.parent.member("previous_checkpoint");
  return previous.absent() ? Edits{} : replaced(place.value, std::string(previous.raw()));
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-outdated-checkpoint",
    .summary = "an increment goes back to a checkpoint that has been",
    .why = "StackState raises SubStreamOutdatedCheckpoint when a message \"has a checkpoint that precedes the "
           "last observed one, meaning that its data that StackState already received\".",
    .severity = Severity::error,
    .on = "increment",
    .member = "checkpoint",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::sub_stream_outdated_checkpoint
