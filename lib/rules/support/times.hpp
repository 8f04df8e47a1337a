#pragma once

#include "faults.hpp"

#include <cmath>

/// What the rules about times share.
namespace stslint {

/// A unit that times are wrongly given in, told by their size.
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

/// A time as the receiver takes it, of a number or an RFC 3339 time within a text; "" if it is neither.
inline std::string time_within(const std::string &text) {
  Document document;
  document.parse(text);
  const auto date = rfc3339(text);
  const double time = date ? *date : whole_seconds(document.root().number());
  return time > 0 && time < 1e11 ? std::to_string(static_cast<std::int64_t>(std::floor(time))) : "";
}

} // namespace stslint
