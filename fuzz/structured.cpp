// Makes libFuzzer change values rather than bytes.
#include "stslint/mutator.h"

#include <cstdint>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t max);

// A first byte that no JSON starts with is a target's choice of something else.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t max, unsigned seed) {
  const std::size_t skip = size > 0 && data[0] < ' ' && max > 0 ? 1 : 0;
  return skip + stslint_mutate(data + skip, size - skip, max - skip, seed, LLVMFuzzerMutate);
}
