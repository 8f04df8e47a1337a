// Any bytes, room and seed: the mutator ends, stays within its room, and does the same twice. The first bytes say the
// seed and the room.
#include "target.hpp"

#include "stslint/mutator.h"

#include <algorithm>
#include <span>
#include <vector>

using namespace stslint;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes mutated(std::span<const std::uint8_t> text, std::size_t max, unsigned seed) {
  Bytes room(max);
  const std::size_t size = std::min(text.size(), max);
  std::copy_n(text.begin(), size, room.begin());
  const std::size_t changed = stslint_mutate(room.data(), size, max, seed, nullptr);
  require(changed <= max, "the mutator leaves its room");
  room.resize(changed);
  return room;
}

Bytes crossed(std::span<const std::uint8_t> first, const Bytes &second, std::size_t max, unsigned seed) {
  Bytes room(max);
  const std::size_t made =
      stslint_crossover(first.data(), first.size(), second.data(), second.size(), room.data(), max, seed);
  require(made <= max, "the crossover leaves its room");
  room.resize(made);
  return room;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  if (size < 3)
    return 0;
  const unsigned seed = data[0] * 256u + data[1];
  const std::span<const std::uint8_t> text(data + 3, size - 3);
  for (unsigned i = 0; i < 8; ++i) {
    // Every other time the text is cut off, wherever that is.
    const std::size_t max = i % 2 == 0 ? (data[2] * 8u + i) % (text.size() + 1) : text.size() + data[2];
    const Bytes changed = mutated(text, max, seed + i);
    require(changed == mutated(text, max, seed + i), "the same seed does something else");
    require(crossed(text, changed, max, seed) == crossed(text, changed, max, seed), "a crossover differs from itself");
  }
  return 0;
}
