#pragma once

#include "faults.hpp"

#include <cmath>

/// The shared part of the rules about times.
namespace stslint {

/// A wrong unit of times, recognised by their size.
struct TimeUnit {
  double from, to, per_second;
  const char *name;
};

inline const TimeUnit *time_unit(double time) {
  static constexpr TimeUnit units[] = {
      {1e11, 1e14, 1e3, "milliseconds"}, {1e14, 1e17, 1e6, "microseconds"}, {1e17, 1e20, 1e9, "nanoseconds"}};
  for (const TimeUnit &unit : units)
    if (time >= unit.from && time < unit.to)
      return &unit;
  return nullptr;
}

inline double whole_seconds(double time) {
  const TimeUnit *unit = time_unit(time);
  return std::floor(unit == nullptr ? time : time / unit->per_second);
}

/// A number or an RFC 3339 time in a string, as the receiver expects it; "" for any other text.
inline std::string time_within(const std::string &text) {
  Document document;
  document.parse(text);
  const auto date = rfc3339(text);
  const double time = date ? *date : whole_seconds(document.root().number());
  return time > 0 && time < 1e11 ? std::to_string(static_cast<std::int64_t>(std::floor(time))) : "";
}

} // namespace stslint
