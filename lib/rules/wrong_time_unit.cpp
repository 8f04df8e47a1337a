#include "support/times.hpp"

namespace stslint::wrong_time_unit {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", "1607432944000", "1607432944"},
    {"epoch-seconds", "1607432944000000", "1607432944"},
    {"epoch-seconds", "1607432944000000000", "1607432944"},
    {"epoch-seconds", "20201208130904", "1607432944"},
    {"epoch-seconds", "637430297440000000", "1607432944"},
    {"epoch-milliseconds", "1607432944", "1607432944000"},
    {"epoch-milliseconds", "1607432944000000", "1607432944000"},
};

/// What is before the year 2000 in seconds is a time in no unit.
bool broken(const Place &place) {
  const TimeUnit *unit = time_unit(place.value.number());
  return unit != nullptr && *unit != unit_of(*place.shape) && place.value.number() >= year_2000;
}

Words words(const Place &place) {
  const auto readings = time_readings(place.value.number(), place.value.raw());
  const TimeUnit &wanted = unit_of(*place.shape);
  const std::string it = subject_with_value(place) + ' ' + readings_in_words(readings);
  if (readings.size() != 1)
    return {it + "; write " + time_in_words(wanted)};
  const double seconds = std::floor(readings[0].seconds);
  const std::string right = time_at(place, readings[0].seconds);
  return {it + "; the receiver expects " + wanted.name + ": " + right + " (" + utc_time(seconds) + ')', right,
          replaced(place.value, right), false};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view zeros[] = {"000", "000000", "000000000"}, fewer[] = {"", "000000", "000000000"};
  const bool in_seconds = unit_of(*place.shape) == seconds_unit;
  const std::string_view raw = place.value.raw();
  const bool whole = raw.find_first_not_of("0123456789") == std::string_view::npos;
  if (!whole || raw.size() != (in_seconds ? 10 : 13))
    return {};
  return replaced(place.value,
                  std::string(raw.substr(0, 10)) + std::string(decisions.pick(in_seconds ? zeros : fewer)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "wrong-time-unit",
    .summary = "a time is in a different unit from the one that the receiver expects",
    .why = "The documentation gives the collection time in seconds, and the time of its example event is in seconds. "
           "Milliseconds read as seconds are tens of thousands of years in the future, where no view shows them. Only "
           "with the header sts-time-format: ms does the receiver accept milliseconds; for such payloads, use "
           "--time-format ms.",
    .severity = Severity::error,
    .receiver = {Expected::reject,
                 "the documentation: times are in seconds; only the header sts-time-format changes the unit"},
    .on = "epoch-seconds epoch-milliseconds",
    .keywords = Keyword::minimum | Keyword::exclusive_maximum,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::wrong_time_unit
