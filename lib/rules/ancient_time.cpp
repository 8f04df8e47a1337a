#include "support/times.hpp"

namespace stslint::ancient_time {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", R"(2020)", R"(1607432944)"},
    {"epoch-seconds", R"(20201208)", R"(1607385600)"},
    {"epoch-milliseconds", R"(946684799999)", R"(946684800000)"},
};

bool broken(const Place &place) { return seconds_at(place) < year_2000; }

Words words(const Place &place) {
  const std::string it = subject_with_value(place);
  const auto readings = time_readings(place.value.number(), place.value.raw());
  if (readings.size() == 1) {
    const std::string right = time_at(place, readings[0].seconds);
    return {it + " is " + readings[0].form + ", which the receiver takes for " + utc_time(seconds_at(place)) +
                "; write " + unit_of(*place.shape).name + ": " + right,
            right, replaced(place.value, right)};
  }
  return {it + " means " + utc_time(seconds_at(place)) + ", which is too long ago to be the time you meant; write " +
          time_in_words(unit_of(*place.shape))};
}

Edits fault(const Place &place, Decisions &decisions) {
  // With a maximum age, the time breaks stale-event first.
  const auto by_clock = [](const Rule *rule) { return rule->scope == Scope::clock; };
  if (place.property != nullptr && place.settings->max_age && std::ranges::any_of(place.property->rules, by_clock))
    return {};
  const TimeUnit &unit = unit_of(*place.shape);
  const double least = std::max(1.0, unit.from / unit.per_second);
  return replaced(place.value, time_at(place, least + decisions.draw(static_cast<std::uint32_t>(year_2000 - least))));
}

} // namespace

extern constexpr Rule rule = {
    .id = "ancient-time",
    .summary = "a time is before the year 2000",
    .why = "Times are in seconds since 1970 (with --time-format ms, in milliseconds). A time before 2000 is nearly "
           "always a counter, a year or a duration, and "
           "StackState may ignore an event that old.",
    .severity = Severity::warning,
    .on = "epoch-seconds epoch-milliseconds",
    .mark = few_digits,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::ancient_time
