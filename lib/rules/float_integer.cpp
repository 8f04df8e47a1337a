#include "faults.hpp"

#include <cmath>

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"whole-number", R"(5.0)", R"(5)"},
};

bool broken(const Place &place) { return place.value.raw().find_first_of(".eE") != std::string_view::npos; }

Words words(const Place &place) {
  const double number = place.value.number();
  const std::string what = std::string(place.subject) + ' ' + shown(place.value) +
                           " is written with a decimal point or an exponent, which a receiver that expects an integer "
                           "may refuse; write ";
  if (std::abs(number) >= 9007199254740992.0)
    return {what + "its digits"};
  const std::string plain = std::to_string(static_cast<std::int64_t>(number));
  return {what + plain, plain, replaced(place.value, plain), true};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view tails[] = {".0", "e0", "00E-2"};
  const bool whole = place.value.raw().find_first_not_of("0123456789") == std::string_view::npos;
  return whole ? Edits{{place.value.offset() + place.value.length(), 0, std::string(choices.pick(tails))}} : Edits{};
}

} // namespace

extern constexpr Rule float_integer = {
    .id = "float-integer",
    .summary = "a whole number is spelt with a point or an exponent",
    .why = "Numerically the same, but a receiver that reads a whole number into an integer can refuse 300.0 "
           "and 3e2.",
    .severity = Severity::info,
    .on = "repeat-interval expiry-interval whole-number",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
