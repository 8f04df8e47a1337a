#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// Replace `length` bytes at `offset`. Lists of edits are in order and do not overlap.
struct Edit {
  std::size_t offset, length;
  std::string text;
  bool operator==(const Edit &) const = default;
};
using Edits = std::vector<Edit>;
std::string edited(std::string_view bytes, const Edits &edits);

} // namespace stslint
