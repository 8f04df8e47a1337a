#pragma once

#include <string>

namespace stslint::test {

/// The bytes that a percent-encoded URI stands for.
inline std::string percent_decoded(const std::string &uri) {
  std::string out;
  for (std::size_t i = 0; i < uri.size(); ++i)
    if (uri[i] == '%') {
      out += static_cast<char>(std::stoi(uri.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else
      out += uri[i];
  return out;
}

} // namespace stslint::test
