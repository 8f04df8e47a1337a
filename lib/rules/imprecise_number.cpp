#include "support/faults.hpp"

#include <array>
#include <cmath>

namespace stslint::imprecise_number {
namespace {

constexpr Example examples[] = {
    {"data", R"({"id": 1896559972817125277})", R"({"id": "1896559972817125277"})"},
    {"data", R"({"load": 1e999})", R"({"load": 1e99})"},
};

constexpr FlawKind flaws[] = {FlawKind::imprecise_number};

Words words(const Place &place) {
  const bool integer = place.value.raw().find_first_of(".eE") == std::string_view::npos;
  const std::string number = "the number " + shown(place.value);
  if (integer)
    return {number +
            " has more digits than most JSON parsers keep, so it may lose its last digits; if it is an identifier, "
            "send it as a string: " +
            shortened(json_string(place.value.raw()), 40)};
  if (std::isinf(place.value.number()))
    return {number + " is too large for most JSON parsers; send a number whose magnitude is at most about 1e308"};
  return {number + " is too close to zero for most JSON parsers; send 0, or a number whose magnitude is at least about "
                   "1e-307"};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view numbers[] = {"9007199254740993", "1e999", "-18446744073709551616", "1e-999"};
  const bool free = only_its_type_matters(place) && place.shape->allows(Kind::number);
  return free && place.value.is(Kind::number) ? replaced(place.value, std::string(decisions.pick(numbers))) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "imprecise-number",
    .summary = "a number is too long, too large or too small for most JSON parsers",
    .why = "JSON sets no limit, but its parsers do (RFC 8259, section 6): integers beyond 2^53 lose their last digits, "
           "and 1e999 makes some parsers refuse the whole payload.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation,
                 "RFC 8259, section 6: a parser may set its own limits on range and precision"},
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::imprecise_number
