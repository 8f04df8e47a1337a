// Makes libFuzzer change values rather than bytes, three times out of four.
#include "mutate.hpp"

#include <algorithm>
#include <cstring>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed) {
  stslint::Choices choices(std::uint64_t{seed});
  if (choices.draw(4) == 0)
    return LLVMFuzzerMutate(data, size, most);
  // A first byte that no JSON starts with is the lint target's choice of form.
  const std::size_t skip = size > 0 && data[0] < ' ' ? 1 : 0;
  const std::string changed = stslint::mutated({reinterpret_cast<const char *>(data) + skip, size - skip}, choices);
  const std::size_t length = std::min(changed.size(), most - std::min(most, skip));
  std::memcpy(data + skip, changed.data(), length);
  return skip + length;
}
