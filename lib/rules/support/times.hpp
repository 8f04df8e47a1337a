#pragma once

#include "faults.hpp"

#include <cmath>

/// The shared part of the rules about times.
namespace stslint {

inline constexpr double year_2000 = 946684800, some_time = 1607432944; ///< in seconds since 1970

/// A unit of times, recognised by their size.
struct TimeUnit {
  double from, to, per_second;
  const char *name;

  bool operator==(const TimeUnit &other) const { return per_second == other.per_second; }
};
inline constexpr TimeUnit seconds_unit{0, 1e11, 1, "seconds"}, milliseconds_unit{1e11, 1e14, 1e3, "milliseconds"};

/// The unit that a number is in as a time; null where it is no time.
inline const TimeUnit *time_unit(double time) {
  static constexpr TimeUnit units[] = {
      seconds_unit, milliseconds_unit, {1e14, 1e17, 1e6, "microseconds"}, {1e17, 1e20, 1e9, "nanoseconds"}};
  for (const TimeUnit &unit : units)
    if (time >= unit.from && time < unit.to)
      return &unit;
  return nullptr;
}

inline bool is_time(const Shape &shape) { return among(shape.name, "epoch-seconds epoch-milliseconds"); }

/// The unit that the receiver takes where it takes a time.
inline const TimeUnit &unit_of(const Shape &time) {
  return time.exclusive_maximum > seconds_unit.to ? milliseconds_unit : seconds_unit;
}

/// The unit that the receiver takes, wherever it takes a time.
inline const TimeUnit &unit_of(const Settings &settings) {
  return settings.time_format == TimeFormat::ms ? milliseconds_unit : seconds_unit;
}

/// The time at a place, in seconds since 1970.
inline double seconds_at(const Place &place) { return place.value.number() / unit_of(*place.shape).per_second; }

inline std::string whole_number(double number) { return std::to_string(static_cast<std::int64_t>(std::floor(number))); }

/// A time as the receiver takes it at a place.
inline std::string time_at(const Place &place, double seconds) {
  return whole_number(seconds * unit_of(*place.shape).per_second);
}

/// `seconds since 1970, for example 1607432944`
inline std::string time_in_words(const TimeUnit &unit) {
  return std::string(unit.name) + " since 1970, for example " + whole_number(some_time * unit.per_second);
}

/// A time of another unit; what is below one is dropped.
inline std::string converted(double time, const TimeUnit &from, const TimeUnit &to) {
  return whole_number(from.per_second > to.per_second ? time / (from.per_second / to.per_second)
                                                      : time * (to.per_second / from.per_second));
}

/// A number or an RFC 3339 time in a string, as the receiver expects it; "" for any other text.
inline std::string time_within(const std::string &text, const Shape &expected) {
  Document document;
  document.parse(text);
  const auto date = rfc3339(text);
  const double time = date ? *date : document.root().number();
  const TimeUnit *unit = date ? &seconds_unit : time_unit(time);
  return unit == nullptr ? "" : converted(time, *unit, unit_of(expected));
}

} // namespace stslint
