#include "stslint/choices.hpp"

namespace stslint {

std::uint32_t Choices::draw(std::uint32_t bound) {
  if (bound <= 1)
    return 0;
  if (from_bytes_) {
    std::uint32_t value = 0;
    for (std::uint32_t reach = bound - 1; reach > 0; reach >>= 8) {
      if (bytes_.empty())
        return 0;
      value = value << 8 | bytes_.front();
      bytes_ = bytes_.subspan(1);
    }
    return value % bound;
  }
  // splitmix64, then the high part of a product: no library's distribution, so the same everywhere.
  state_ += 0x9e3779b97f4a7c15u;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
  mixed ^= mixed >> 31;
  return static_cast<std::uint32_t>((mixed >> 32) * bound >> 32);
}

} // namespace stslint
