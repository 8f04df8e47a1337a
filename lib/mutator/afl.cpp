// The mutator for AFL++: AFL_CUSTOM_MUTATOR_LIBRARY=libstslint_afl.so
#include "stslint/mutator.h"

#include <cstdint>
#include <cstdlib>

#define STSLINT_EXPORTED extern "C" __attribute__((visibility("default")))

namespace {

/// The state that AFL++ keeps for the mutator.
struct Mutator {
  unsigned seed;
  std::uint8_t *out;
  std::size_t room;
};

} // namespace

STSLINT_EXPORTED void *afl_custom_init(void *, unsigned seed) {
  auto *const mutator = static_cast<Mutator *>(std::calloc(1, sizeof(Mutator)));
  if (mutator != nullptr)
    mutator->seed = seed;
  return mutator;
}

/// One call in eight copies a part of the other input, if AFL++ gives one.
STSLINT_EXPORTED std::size_t afl_custom_fuzz(void *data, std::uint8_t *bytes, std::size_t size, std::uint8_t **out,
                                             std::uint8_t *other, std::size_t other_size, std::size_t max) {
  Mutator &mutator = *static_cast<Mutator *>(data);
  *out = bytes;
  if (mutator.room < max) {
    void *const larger = std::realloc(mutator.out, max);
    if (larger == nullptr)
      return size;
    mutator.out = static_cast<std::uint8_t *>(larger);
    mutator.room = max;
  }
  *out = mutator.out;
  const unsigned seed = mutator.seed++;
  const bool crossed = other != nullptr && seed % 8 == 0;
  const std::size_t start =
      stslint_crossover(bytes, size, crossed ? other : bytes, crossed ? other_size : 0, mutator.out, max, seed);
  return crossed ? start : stslint_mutate(mutator.out, start, max, seed, nullptr);
}

STSLINT_EXPORTED void afl_custom_deinit(void *data) {
  std::free(static_cast<Mutator *>(data)->out);
  std::free(data);
}
