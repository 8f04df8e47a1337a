#pragma once

#include "faults.hpp"

#include <cmath>
#include <initializer_list>
#include <optional>
#include <vector>

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

/// The unit that a number is in as a time; null where it is not a time.
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

/// What a number means as a time, in one of the forms that people send.
struct TimeReading {
  double seconds;   ///< since 1970
  std::string form; ///< `in milliseconds`, `the date 2020-12-08 written as digits`
};

/// The time that the digits of a number are, which begin with a year of four or two digits: `20201208130904`.
inline std::optional<TimeReading> read_digits(std::string_view digits, std::size_t year_digits) {
  static constexpr std::string_view between[] = {"-", "-", "T", ":", ":", "."};
  std::string text = year_digits == 2 ? "20" : "";
  std::size_t parts = 0;
  for (std::size_t at = 0, width = year_digits; at < digits.size(); ++parts, at += width, width = parts < 6 ? 2 : 3) {
    text += parts > 0 ? between[parts - 1] : "";
    text += digits.substr(at, width);
  }
  const std::string zeros = "2000-01-01T00:00:00";
  const auto time = rfc3339(text + (text.size() < zeros.size() ? zeros.substr(text.size()) : "") + 'Z');
  std::ranges::replace(text, 'T', ' ');
  return time ? std::optional(TimeReading{*time, "the date " + text + " written as digits"}) : std::nullopt;
}

/// Every meaning of a number that is a time of this century; `raw` is how it is written. Most have one.
inline std::vector<TimeReading> time_readings(double time, std::string_view raw) {
  struct Form {
    double per_second, epoch, until; ///< the epoch and the latest plausible time in seconds since 1970
    const char *name;
  };
  constexpr double year_2050 = 2524608000, year_2100 = 4102444800, a_day = 86400;
  static constexpr Form all[] = {{1, 0, year_2100, "in seconds"},
                                 {1e3, 0, year_2100, "in milliseconds"},
                                 {1e6, 0, year_2100, "in microseconds"},
                                 {1e9, 0, year_2100, "in nanoseconds"},
                                 {1 / a_day, 0, year_2050, "in days since 1970"},
                                 {1 / a_day, -25569 * a_day, year_2050, "a day number of Excel"},
                                 {1e7, -11644473600, year_2100, "a FILETIME of Windows"},
                                 {1e7, -62135596800, year_2100, "in .NET ticks"}};
  std::vector<TimeReading> found;
  const auto take = [&](const TimeReading &reading, double until) {
    if (reading.seconds >= year_2000 && reading.seconds < until)
      found.push_back(reading);
  };
  for (const Form &form : all)
    take({time / form.per_second + form.epoch, form.name}, form.until);
  const bool digits = raw.find_first_not_of("0123456789") == std::string_view::npos;
  for (const std::size_t length :
       std::initializer_list<std::size_t>{8, 12, 14, 17}) // with minutes at least, or the day alone
    if (digits && raw.size() == length)
      if (const auto read = read_digits(raw, 4))
        take(*read, year_2100);
  if (const auto read = digits && raw.size() == 12 ? read_digits(raw, 2) : std::nullopt)
    take(*read, year_2050);
  return found;
}

/// `is in milliseconds`, `can be the date … or the date …`, `is not a time of this century in any unit`
inline std::string readings_in_words(const std::vector<TimeReading> &readings) {
  if (readings.empty())
    return "is not a time of this century in any unit";
  std::string out = readings.size() > 1 ? "can be " : "is ";
  for (const TimeReading &reading : readings)
    out += (&reading == readings.data() ? "" : " or ") + reading.form;
  return out;
}

/// A number or an RFC 3339 time in a string, as the receiver expects it; "" for any other text.
inline std::string time_within(const std::string &text, const Shape &expected) {
  Document document;
  document.parse(text);
  const auto date = rfc3339(text);
  const auto readings = time_readings(document.root().number(), text);
  const auto seconds = date ? date : readings.size() == 1 ? std::optional(readings[0].seconds) : std::nullopt;
  return seconds ? whole_number(*seconds * unit_of(expected).per_second) : "";
}

} // namespace stslint
