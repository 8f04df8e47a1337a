#pragma once

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace stslint {

/// The double nearest to a decimal number; no value if the number is too large, or so small that it becomes 0.
inline std::optional<double> read_double(std::string_view number) {
  double value = 0;
#ifdef __cpp_lib_to_chars
  if (std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc())
    return std::nullopt;
#else // libc++ before version 20, which WebAssembly has
  value = std::strtod(std::string(number).c_str(), nullptr);
  const std::string_view mantissa = number.substr(0, number.find_first_of("eE"));
  if (std::isinf(value) || (value == 0 && mantissa.find_first_of("123456789") != std::string_view::npos))
    return std::nullopt;
#endif
  return value;
}

} // namespace stslint
