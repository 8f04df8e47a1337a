#include "support/faults.hpp"
#include "support/sub_streams.hpp"

#include <cmath>

namespace stslint::sub_stream_repeat_interval_too_high {
namespace {

constexpr Example examples[] = {
    {"repeat-interval", R"(3600)", R"(1800)"},
    {"repeat-interval", R"(60000)", R"(60)"},
};

Words words(const Place &place) {
  const double seconds = place.value.number(), most = place.shape->maximum;
  const bool milliseconds = seconds >= 1000 && seconds / 1000 <= most && std::floor(seconds / 1000) * 1000 == seconds;
  // The next health item must come before the check states expire.
  const double expiry = place.parent.member("expiry_interval_s").number(), half = std::floor(expiry / 2);
  const double longest = expiry > 1 ? std::min(most, half) : most;
  const std::string better = std::to_string(static_cast<int>(std::min(milliseconds ? seconds / 1000 : most, longest)));
  return {subject_with_value(place) + " is more than the " + std::to_string(static_cast<int>(most)) +
              " seconds that StackState allows; " +
              (milliseconds ? "if it is in milliseconds, write " : "write at most ") + better,
          better, replaced(place.value, better), false};
}

Edits fault(const Place &place, Decisions &decisions) {
  return replaced(place.value,
                  std::to_string(static_cast<std::uint32_t>(place.shape->maximum) + 1 + decisions.draw(100000)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "sub-stream-repeat-interval-too-high",
    .summary = "a health stream repeats less often than every half hour",
    .why = with_sub_stream<
        "The documentation says of repeat_interval_s: \"Max allowed value is 1800 (30 minutes).\" StackState raises "
        "SubStreamRepeatIntervalTooHigh for a greater value.">,
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation: \"Max allowed value is 1800 (30 minutes)\""},
    .on = "repeat-interval",
    .keywords = Keyword::maximum,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::sub_stream_repeat_interval_too_high
