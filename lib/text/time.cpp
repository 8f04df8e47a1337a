#include "read_double.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace stslint {
namespace {

/// Takes exactly `digits` digits, then `then` (nothing if NUL).
std::optional<int> take_field(std::string_view &text, std::size_t digits, char then) {
  std::string_view field = text.substr(0, digits);
  if (field.size() != digits || field.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  text.remove_prefix(digits);
  if (then != '\0') {
    if (!text.starts_with(then))
      return std::nullopt;
    text.remove_prefix(1);
  }
  return number;
}

} // namespace

std::string utc_time(double seconds) {
  using namespace std::chrono;
  constexpr double year_0 = -62167219200.0, year_10000 = 253402300800.0;
  if (!(seconds >= year_0 && seconds < year_10000))
    return "";
  const sys_seconds time{std::chrono::seconds(static_cast<std::int64_t>(std::floor(seconds)))};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

std::optional<double> rfc3339(std::string_view text) {
  using namespace std::chrono;
  const auto years = take_field(text, 4, '-'), months = take_field(text, 2, '-'), day = take_field(text, 2, 'T');
  const auto hour = take_field(text, 2, ':'), minute = take_field(text, 2, ':'), second = take_field(text, 2, '\0');
  if (!years || !months || !day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
    return std::nullopt;
  const year_month_day date{year(*years), month(static_cast<unsigned>(*months)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok())
    return std::nullopt;
  double time =
      static_cast<double>(sys_days(date).time_since_epoch().count()) * 86400 + *hour * 3600 + *minute * 60 + *second;
  if (text.starts_with('.')) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
    const auto part = read_double(text.substr(0, end));
    text.remove_prefix(end);
    if (!part)
      return std::nullopt;
    time += *part;
  }
  if (text == "Z" || text == "z")
    return time;
  const int sign = text.starts_with('+') ? 1 : text.starts_with('-') ? -1 : 0;
  text.remove_prefix(sign == 0 ? 0 : 1);
  const auto off_hour = take_field(text, 2, ':'), off_minute = take_field(text, 2, '\0');
  if (sign == 0 || !off_hour || !off_minute || *off_hour > 23 || *off_minute > 59 || !text.empty())
    return std::nullopt;
  return time - sign * (*off_hour * 3600 + *off_minute * 60);
}

} // namespace stslint
