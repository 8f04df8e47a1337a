#include "support/whole_numbers.hpp"

namespace stslint::float_time {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", R"(1607432944.0)", R"(1607432944)"},
    {"epoch-seconds", R"(1.607432944e9)", R"(1607432944)"},
    {"epoch-milliseconds", R"(1607432944000.0)", R"(1607432944000)"},
};

Words words(const Place &place) {
  const std::string plain = std::to_string(static_cast<std::int64_t>(place.value.number()));
  return {subject_with_value(place) +
              " is written with a decimal point or an exponent, and a receiver that expects an integer may refuse it; "
              "write " +
              plain,
          plain, replaced(place.value, plain), true};
}

} // namespace

extern constexpr Rule rule = {
    .id = "float-time",
    .summary = "a whole-number time is written with a decimal point or an exponent",
    .why = "1607432944.0 and 1.607432944e9 are the same time as 1607432944, but a receiver that expects an integer may "
           "refuse them.",
    .severity = Severity::info,
    .receiver = {Expected::implementation, "the number is whole, but StackState's agents read times into integers"},
    .on = "epoch-seconds epoch-milliseconds",
    .mark = not_digits,
    .examples = examples,
    .broken = is_spelt_as_float,
    .words = words,
    .fault = spelt_as_float,
};

} // namespace stslint::float_time
