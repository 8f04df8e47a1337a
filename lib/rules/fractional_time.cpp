#include "support/times.hpp"
#include "support/whole_numbers.hpp"

namespace stslint::fractional_time {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", R"(1607432944.5)", R"(1607432944)"},
    {"epoch-milliseconds", R"(1607432944000.5)", R"(1607432944000)"},
};

Words words(const Place &place) {
  const std::string whole = whole_number(place.value.number());
  return {subject_with_value(place) + " has a fraction, which the receiver may drop or refuse; write whole " +
              unit_of(*place.shape).name + ": " + whole,
          whole, replaced(place.value, whole), false};
}

Edits fault(const Place &place, Decisions &) { return is_digits(place) ? with_tail(place, ".25") : Edits{}; }

} // namespace

extern constexpr Rule rule = {
    .id = "fractional-time",
    .summary = "a time is not a whole number",
    .why = "The documentation shows times as whole seconds, and agents send integers. The receiver has been seen to "
           "accept fractions, but nothing says that it keeps them.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation,
                 "an old agent sends fractions of a second, but newer agents read times into integers"},
    .on = "epoch-seconds epoch-milliseconds",
    .mark = not_digits,
    .examples = examples,
    .broken = has_fraction,
    .words = words,
    .fault = fault,
};

} // namespace stslint::fractional_time
