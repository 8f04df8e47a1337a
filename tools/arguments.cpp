#include "arguments.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <vector>

namespace stslint {
namespace {

/// The number at the start of `text`, which is taken off; nothing if there is none.
template <typename Number> std::optional<Number> take_number(std::string_view &text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc())
    return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// Exactly `digits` digits, then `then` (not taken if NUL).
std::optional<int> take_field(std::string_view &text, std::size_t digits, char then) {
  std::string_view field = text.substr(0, digits);
  if (field.size() != digits || field.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  const auto number = take_number<int>(field);
  text.remove_prefix(digits);
  if (then != '\0') {
    if (!text.starts_with(then))
      return std::nullopt;
    text.remove_prefix(1);
  }
  return number;
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
    std::string_view fraction = text.substr(0, end);
    text.remove_prefix(end);
    if (const auto part = take_number<double>(fraction))
      time += *part;
    else
      return std::nullopt;
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

} // namespace

std::string_view one_of(std::string_view flag, std::string_view word, std::span<const std::string_view> known) {
  const auto found = std::ranges::find(known, word);
  if (found != known.end())
    return *found;
  const auto near = closest(word, known);
  throw Error(std::string(flag) + " does not know " + in_quotes(word) +
              (near ? "; did you mean " + std::string(*near) + '?' : "; it takes " + alternatives(known)));
}

Severity severity_named(std::string_view flag, std::string_view word) {
  static constexpr std::array<std::string_view, 3> names = {"info", "warning", "error"};
  return static_cast<Severity>(std::ranges::find(names, one_of(flag, word, names)) - names.begin());
}

const Rule &rule_named(std::string_view flag, std::string_view id) {
  if (const Rule *rule = find_rule(id))
    return *rule;
  std::vector<std::string_view> ids;
  for (const Rule *rule : all_rules())
    ids.push_back(rule->id);
  const auto near = closest(id, ids);
  throw Error(std::string(flag) + ": there is no rule " + in_quotes(id) +
              (near ? "; did you mean " + std::string(*near) + '?' : "; stslint explain lists them all"));
}

double duration(std::string_view flag, std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, double>, 4> units = {
      {{"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}}};
  std::string_view rest = text;
  const auto number = take_number<double>(rest);
  for (const auto &[unit, seconds] : units)
    if (number && rest == unit && *number >= 0 && std::isfinite(*number))
      return *number * seconds;
  throw Error(std::string(flag) + ' ' + in_quotes(text) + ": write a number and a unit, such as 90s, 30m, 24h or 7d");
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

} // namespace stslint
