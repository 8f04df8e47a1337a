#include "support/faults.hpp"

namespace stslint::ancient_time {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", R"(2020)", R"(1607432944)"},
};

constexpr double year_2000 = 946684800;

bool broken(const Place &place) { return place.value.number() < year_2000; }

Words words(const Place &place) {
  return {std::string(place.subject) + ' ' + shown(place.value) + " means " + utc_time(place.value.number()) +
          ", which is too long ago to be the time you meant; write seconds since 1970, for example 1607432944"};
}

Edits fault(const Place &place, Decisions &decisions) {
  // With a maximum age, the time breaks stale-event first.
  const auto by_clock = [](const Rule *rule) { return rule->scope == Scope::clock; };
  if (place.property != nullptr && place.settings->max_age && std::ranges::any_of(place.property->rules, by_clock))
    return {};
  return replaced(place.value, std::to_string(1 + decisions.draw(946684799)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "ancient-time",
    .summary = "a time is before the year 2000",
    .why = "Times are \"epoch\" seconds, counted from 1970. A time before 2000 is nearly always a counter, a year or a "
           "duration, and StackState may ignore an event that old.",
    .severity = Severity::warning,
    .on = "epoch-seconds",
    .mark = few_digits,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::ancient_time
