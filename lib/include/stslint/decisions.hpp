#pragma once

#include <cstdint>
#include <span>

namespace stslint {

/// The source of all random decisions: a seed, or the bytes of a fuzzer. The same seed or bytes lead to the same
/// decisions on every machine and with every compiler. 0 is always the simplest choice, and the answer when no bytes
/// are left, so that shorter bytes lead to a simpler result.
class Decisions {
public:
  explicit Decisions(std::uint64_t seed) : state_(seed) {}
  explicit Decisions(std::span<const std::uint8_t> bytes) : bytes_(bytes), from_bytes_(true) {}

  /// A number below `bound`; from a seed, all are equally likely. `bound` is at least 1.
  std::uint32_t draw(std::uint32_t bound) {
    if (bound <= 1)
      return 0;
    return from_bytes_ ? draw_from_bytes(bound) : static_cast<std::uint32_t>((mixed() >> 32) * bound >> 32);
  }

  /// One of a non-empty list.
  template <typename List> decltype(auto) pick(const List &list) {
    return list[draw(static_cast<std::uint32_t>(std::size(list)))];
  }

private:
  std::uint32_t draw_from_bytes(std::uint32_t bound);

  /// splitmix64. draw() takes the high part of a product, because the distributions of libraries differ.
  std::uint64_t mixed() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
  }

  std::uint64_t state_ = 0;
  std::span<const std::uint8_t> bytes_;
  bool from_bytes_ = false;
};

} // namespace stslint
