#include "support/whole_numbers.hpp"

namespace stslint::float_integer {
namespace {

constexpr Example examples[] = {
    {"whole-number", R"(5.0)", R"(5)"},
};

Words words(const Place &place) {
  const double number = place.value.number();
  const std::string message =
      subject_with_value(place) +
      " is written with a decimal point or an exponent, and a receiver that expects an integer may refuse it; write ";
  if (std::abs(number) >= 9007199254740992.0)
    return {message + "it in plain digits"};
  const std::string plain = std::to_string(static_cast<std::int64_t>(number));
  return {message + plain, plain, replaced(place.value, plain), true};
}

} // namespace

extern constexpr Rule rule = {
    .id = "float-integer",
    .summary = "a whole number is written with a decimal point or an exponent",
    .why = "300.0 and 3e2 are the same number as 300, but a receiver that expects an integer may refuse them.",
    .severity = Severity::info,
    .receiver = {Expected::implementation,
                 "300.0 is the number 300, but StackState's agents read such a number into an integer"},
    .keywords = Keyword::integer,
    .examples = examples,
    .broken = is_spelt_as_float,
    .words = words,
    .fault = spelt_as_float,
};

} // namespace stslint::float_integer
