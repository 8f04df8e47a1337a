#include "arguments.hpp"

#include "stslint/error.hpp"
#include "stslint/rule.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace stslint {
namespace {

/// Removes the number at the start of `text` and returns it; empty if there is none.
template <typename Number> std::optional<Number> take_number(std::string_view &text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc())
    return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

} // namespace

std::optional<double> duration_in(std::string_view text) {
  constexpr double longest = 36500.0 * 86400; // whoever counts it in nanoseconds stays within 64 bits
  static constexpr std::array<std::pair<std::string_view, double>, 4> units = {
      {{"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}}};
  std::string_view rest = text;
  const auto number = take_number<double>(rest);
  for (const auto &[unit, seconds] : units)
    if (number && rest == unit && *number >= 0 && *number * seconds <= longest)
      return *number * seconds;
  return std::nullopt;
}

std::string duration_advice(std::string_view flag, std::string_view text) {
  return std::string(flag) + ' ' + in_quotes(text) +
         ": write a number and a unit, such as 90s, 30m, 24h or 7d (36500d at most)";
}

double duration(std::string_view flag, std::string_view text) {
  if (const auto seconds = duration_in(text))
    return *seconds;
  throw Error(duration_advice(flag, text));
}

double time_of(std::string_view flag, std::string_view text) {
  std::string_view rest = text;
  if (const auto seconds = take_number<double>(rest); seconds && rest.empty() && std::isfinite(*seconds))
    return *seconds;
  if (const auto time = rfc3339(text))
    return *time;
  throw Error(std::string(flag) + ' ' + in_quotes(text) +
              ": write seconds since 1970, or a time such as 2020-12-08T13:09:04Z");
}

std::size_t positive(std::string_view flag, std::string_view text) {
  std::string_view rest = text;
  if (const auto number = take_number<std::size_t>(rest); number && rest.empty() && *number > 0)
    return *number;
  throw Error(std::string(flag) + ' ' + in_quotes(text) + ": write a whole number of at least 1");
}

} // namespace stslint
