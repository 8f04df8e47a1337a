#pragma once

#include "stslint/mutator.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace stslint::test {

/// `text` as the mutator changes it.
inline std::string mutated(std::string_view text, unsigned seed, std::size_t max = 8192) {
  std::string bytes(text);
  bytes.resize(max);
  bytes.resize(
      stslint_mutate(reinterpret_cast<std::uint8_t *>(bytes.data()), std::min(text.size(), max), max, seed, nullptr));
  return bytes;
}

inline std::string crossed(std::string_view first, std::string_view second, unsigned seed, std::size_t max = 8192) {
  std::string out(max, '\0');
  const auto bytes = [](std::string_view text) { return reinterpret_cast<const std::uint8_t *>(text.data()); };
  out.resize(stslint_crossover(bytes(first), first.size(), bytes(second), second.size(),
                               reinterpret_cast<std::uint8_t *>(out.data()), max, seed));
  return out;
}

} // namespace stslint::test
