#include "support/faults.hpp"

namespace stslint::unknown_value {
namespace {

constexpr Example examples[] = {
    {"metric-type", R"("histogram")", R"("gauge")"},
    {"metric-type", R"("Gauge")", R"("gauge")"},
};

Words words(const Place &place) {
  const std::vector<std::string_view> known(place.shape->enumeration.begin(), place.shape->enumeration.end());
  const std::string text = place.value.text();
  const bool retired = place.settings->stackstate == Version::suse && text == "REPEAT_STATES";
  std::string message = subject_with_value(place) +
                        (retired ? " is gone from SUSE's documentation of 2026-08; " : " is unknown to the receiver; ");
  const auto meant = closest(text, known);
  if (!meant)
    return {message + "write " + alternatives(known)};
  return {message + "did you mean " + in_quotes(*meant) + '?', std::string(*meant),
          replaced(place.value, json_string(*meant)), same_word(text, *meant)};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view unheard[] = {R"("unheard-of")", R"("")", R"(" ")"};
  return replaced(place.value, std::string(decisions.pick(unheard)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "unknown-value",
    .summary = "a value is unknown to the receiver",
    .why = "If the documentation lists the values of a field, the receiver refuses any other value or files it where "
           "it is easily missed. Values are case-sensitive, except health states.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the values in the documentation"},
    .keywords = Keyword::enumeration,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unknown_value
