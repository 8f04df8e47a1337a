#pragma once

#include "stslint/text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace stslint {

/// A rule's example for people. It can have several lines, for example the messages of a stream: all lines but the
/// first get `indent`.
inline std::string example_text(std::string_view example, std::string_view indent) {
  std::string out;
  for (std::size_t at = 0; at <= example.size();) {
    const std::size_t end = std::min(example.find('\n', at), example.size());
    out += (at == 0 ? "" : '\n' + std::string(indent)) + shortened(example.substr(at, end - at), 400);
    at = end + 1;
  }
  return out;
}

} // namespace stslint
