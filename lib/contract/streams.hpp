#pragma once

#include "stslint/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace stslint {

/// What is known of one stream.
struct Streams::Stream {
  int model = -1;                            ///< -1: not known yet
  bool set_up = false, open = false;         ///< it has begun; a snapshot of it is open
  double opened = 0, repeat = 0;             ///< the open snapshot's time and repeat interval, in seconds
  std::optional<double> offset, batch_index; ///< the last checkpoint
};

/// The result for one part of the current message. `before` is the state of its stream before that part.
struct Streams::Judgement {
  std::uint32_t node;
  int problem;
  Stream before;
};

struct Streams::State {
  std::unordered_map<std::string, Stream> known;
  std::vector<Judgement> judged; ///< in the order of their nodes; emptied for each message
};

} // namespace stslint
