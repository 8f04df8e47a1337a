#include "stslint/text.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace stslint {

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

} // namespace stslint
