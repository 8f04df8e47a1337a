#include "stslint/decisions.hpp"

namespace stslint {

std::uint32_t Decisions::draw_from_bytes(std::uint32_t bound) {
  std::uint32_t value = 0;
  for (std::uint32_t reach = bound - 1; reach > 0; reach >>= 8) {
    if (bytes_.empty())
      return 0;
    value = value << 8 | bytes_.front();
    bytes_ = bytes_.subspan(1);
  }
  return value % bound;
}

} // namespace stslint
