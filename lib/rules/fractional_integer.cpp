#include "support/whole_numbers.hpp"

namespace stslint::fractional_integer {
namespace {

constexpr Example examples[] = {
    {"repeat-interval", "29.5", "29"},
};

Words words(const Place &place) {
  // 0 often has a meaning of its own.
  const auto cut = static_cast<std::int64_t>(place.value.number());
  const std::string whole = std::to_string(cut == 0 ? 1 : cut);
  return {subject_with_value(place) +
              " has a fraction, but the receiver reads a whole number here; write a whole number, for example " + whole,
          whole, replaced(place.value, whole), false};
}

Edits fault(const Place &place, Decisions &) {
  const bool room = place.value.number() + 1 < place.shape->maximum;
  return is_digits(place) && room ? with_tail(place, ".5") : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "fractional-integer",
    .summary = "a number that must be whole has a fraction",
    .why = "Intervals are whole seconds, and checkpoints are whole numbers. The receiver reads them into integers and "
           "refuses a payload if one of these numbers has a fraction.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation gives whole numbers of seconds and whole offsets"},
    .keywords = Keyword::integer,
    .examples = examples,
    .broken = has_fraction,
    .words = words,
    .fault = fault,
};

} // namespace stslint::fractional_integer
