#pragma once

#include "models.hpp"
#include "sub_streams.hpp"
#include "times.hpp"

#include "../../contract/streams.hpp"

#include <cmath>

/// The required order of the health items of a stream, or of the snapshots of a topology.
namespace stslint {

inline constexpr Verdict reported_later = {
    Expected::implementation, "the receiver checks each payload on its own; StackState reports the mistake afterwards"};

enum class StreamProblem {
  none,
  missing_sub_stream,
  model_mismatch,
  start_without_stop,
  missing_stop,
  state_outside_snapshot,
  stop_without_start,
  missing_checkpoint,
  invalid_checkpoint,
  outdated_checkpoint,
  topology_start_without_stop,
  topology_stop_without_start,
};

struct Checkpoint {
  std::optional<double> offset, batch_index;
  bool indexed; ///< it has a batch_index, readable or not

  explicit Checkpoint(const Value &value)
      : offset(number_of(value.member("offset"))), batch_index(number_of(value.member("batch_index"))),
        indexed(!written(value, "batch_index").absent()) {}
  explicit Checkpoint(const Streams::Stream &stream)
      : offset(stream.offset), batch_index(stream.batch_index), indexed(batch_index.has_value()) {}

  static std::optional<double> number_of(const Value &value) {
    const double number = value.number();
    return number == std::floor(number) ? std::optional(number) : std::nullopt;
  }
  bool operator==(const Checkpoint &) const = default;
  /// Later in the stream, or not comparable.
  bool after(const Checkpoint &other) const {
    if (offset != other.offset || !(indexed || other.indexed))
      return offset > other.offset;
    return !batch_index || !other.batch_index || *batch_index > *other.batch_index;
  }
};

/// `5/102`: offset and batch_index, as far as they are readable.
inline std::string shown(const Checkpoint &checkpoint) {
  const auto digits = [](std::optional<double> number) {
    const bool exact = number && std::abs(*number) < 9007199254740992.0;
    return exact ? std::to_string(static_cast<std::int64_t>(*number)) : "?";
  };
  return digits(checkpoint.offset) + (checkpoint.batch_index ? '/' + digits(checkpoint.batch_index) : "");
}

inline StreamProblem judge_snapshot(const Value &item, double time, Streams::Stream &stream) {
  const Value start = item.member("start_snapshot");
  const bool starts = start.is(Kind::object), stops = item.member("stop_snapshot").is(Kind::object);
  const bool states = !item.member("check_states").empty();
  const bool late = stream.open && stream.repeat > 0 && time - stream.opened > 2 * stream.repeat;
  StreamProblem problem = StreamProblem::none;
  if (late)
    problem = StreamProblem::missing_stop;
  else if (starts && stream.open)
    problem = StreamProblem::start_without_stop;
  else if (!starts && !stream.open && states)
    problem = stream.set_up ? StreamProblem::state_outside_snapshot : StreamProblem::missing_sub_stream;
  else if (!starts && !stream.open && stops)
    problem = StreamProblem::stop_without_start;
  if (starts || states) { // report a missing start only once
    if (starts || !stream.open || late) {
      stream.opened = time;
      stream.repeat = starts ? start.member("repeat_interval_s").number() : NAN;
    }
    stream.set_up = stream.open = true;
  }
  stream.open = stream.open && !stops;
  return problem;
}

inline StreamProblem judge_increment(const Value &item, Streams::Stream &stream) {
  const Value increment = item.member("increment");
  const Checkpoint now(increment.member("checkpoint")), last(stream);
  if (!now.offset)
    return StreamProblem::none;
  StreamProblem problem = StreamProblem::none;
  if (last.offset && !now.after(last))
    return StreamProblem::outdated_checkpoint;
  if (last.offset && increment.member("previous_checkpoint").absent())
    problem = StreamProblem::missing_checkpoint;
  else if (last.offset && Checkpoint(increment.member("previous_checkpoint")) != last)
    problem = StreamProblem::invalid_checkpoint;
  stream.offset = now.offset;
  stream.batch_index = now.batch_index;
  return problem;
}

inline Streams::Judgement judge_health(const Value &item, double time, Streams::State &streams) {
  const Value stream = item.member("stream"), urn = stream.member("urn"), part = stream.member("sub_stream_id");
  const auto model = model_of(item);
  Streams::Judgement judgement{item.index(), 0, {}};
  if (!urn.is(Kind::string) || !model)
    return judgement;
  Streams::Stream &whole = streams.known[urn.text()];
  Streams::Stream &sub = part.is(Kind::string) ? streams.known[urn.text() + ' ' + part.text()] : whole;
  judgement.before = sub;
  judgement.before.model = whole.model;
  StreamProblem problem = StreamProblem::none;
  if (whole.model >= 0 && whole.model != static_cast<int>(*model))
    problem = StreamProblem::model_mismatch;
  else if (model == Model::repeat_snapshots)
    problem = judge_snapshot(item, time, sub);
  else if (model == Model::transactional_increments)
    problem = judge_increment(item, sub);
  else {
    const bool expires = item.member("expiry").is(Kind::object);
    if (!expires && !sub.set_up && !item.member("check_states").empty())
      problem = StreamProblem::missing_sub_stream;
    sub.set_up = true;
  }
  whole.model = whole.model < 0 ? static_cast<int>(*model) : whole.model;
  judgement.problem = static_cast<int>(problem);
  return judgement;
}

inline Streams::Judgement judge_topology(const Value &topology, Streams::State &streams) {
  const Value instance = topology.member("instance"), type = instance.member("type"), url = instance.member("url");
  Streams::Judgement judgement{topology.index(), 0, {}};
  if (!type.is(Kind::string) || !url.is(Kind::string))
    return judgement;
  Streams::Stream &stream = streams.known["topology " + type.text() + ' ' + url.text()];
  const bool starts = topology.member("start_snapshot").raw() == "true",
             stops = topology.member("stop_snapshot").raw() == "true";
  const StreamProblem problem = starts && stream.open              ? StreamProblem::topology_start_without_stop
                                : stops && !starts && !stream.open ? StreamProblem::topology_stop_without_start
                                                                   : StreamProblem::none;
  stream.open = (stream.open || starts) && !stops;
  judgement.problem = static_cast<int>(problem);
  return judgement;
}

/// The problem of the health item or topology around a place, compared with those before it. The answer for
/// each is stored, so a second call returns the same.
inline StreamProblem stream_problem(const Place &place) {
  if (place.settings->streams == nullptr)
    return StreamProblem::none;
  const Place *item = place.within, *root = place.within;
  while (item != nullptr && item->shape->name != "health-item" && item->shape->name != "topology")
    item = item->within;
  if (item == nullptr)
    return StreamProblem::none;
  Streams::State &streams = place.settings->streams->state();
  auto &judged = streams.judged;
  const auto known = std::ranges::lower_bound(judged, item->value.index(), {}, &Streams::Judgement::node);
  if (known != judged.end() && known->node == item->value.index())
    return static_cast<StreamProblem>(known->problem);
  while (root->within != nullptr)
    root = root->within;
  const double time = root->value.member("collection_timestamp").number() / unit_of(*place.settings).per_second;
  const Streams::Judgement judgement =
      item->shape->name == "topology" ? judge_topology(item->value, streams) : judge_health(item->value, time, streams);
  judged.insert(known, judgement);
  return static_cast<StreamProblem>(judgement.problem);
}

/// The stream before the health item around `place`: for the words of a finding.
inline Streams::Stream stream_before(const Place &place) {
  if (place.settings->streams == nullptr)
    return {};
  const auto &judged = place.settings->streams->state().judged;
  const auto behind = std::ranges::upper_bound(judged, place.parent.index(), {}, &Streams::Judgement::node);
  return behind == judged.begin() ? Streams::Stream() : std::prev(behind)->before;
}

} // namespace stslint
