#include "support/times.hpp"

namespace stslint::wrong_time_unit {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", "1607432944000", "1607432944"},
    {"epoch-seconds", "1607432944000000", "1607432944"},
    {"epoch-seconds", "1607432944000000000", "1607432944"},
};

bool broken(const Place &place) { return time_unit(place.value.number()) != nullptr; }

Words words(const Place &place) {
  const double seconds = whole_seconds(place.value.number());
  const std::string right = std::to_string(static_cast<std::int64_t>(seconds));
  return {std::string(place.subject) + ' ' + shown(place.value) + " is in " + time_unit(place.value.number())->name +
              "; the receiver takes seconds: " + right + " (" + utc_time(seconds) + ')',
          right, replaced(place.value, right), false};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view zeros[] = {"000", "000000", "000000000"};
  const std::string_view raw = place.value.raw();
  const bool whole = raw.find_first_not_of("0123456789") == std::string_view::npos;
  return whole && raw.size() == 10 ? replaced(place.value, std::string(raw) + std::string(decisions.pick(zeros)))
                                   : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "wrong-time-unit",
    .summary = "a time is in milliseconds, microseconds or nanoseconds",
    .why = "The documentation gives the collection time in seconds, and the time of its example event is in seconds. "
           "Milliseconds read as seconds are tens of thousands of years in the future, where no view shows them.",
    .severity = Severity::error,
    .on = "epoch-seconds",
    .keywords = Keyword::exclusive_maximum,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::wrong_time_unit
