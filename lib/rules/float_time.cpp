#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", R"(1607432944.0)", R"(1607432944)"},
    {"epoch-seconds", R"(1.607432944e9)", R"(1607432944)"},
};

bool broken(const Place &place) { return place.value.raw().find_first_of(".eE") != std::string_view::npos; }

Words words(const Place &place) {
  const std::string plain = std::to_string(static_cast<std::int64_t>(place.value.number()));
  return {
      std::string(place.subject) + ' ' + shown(place.value) +
          " is written with a decimal point or exponent, which a receiver that expects an integer may refuse; write " +
          plain,
      plain, replaced(place.value, plain), true};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view tails[] = {".0", "e0", "00E-2"};
  const bool whole = place.value.raw().find_first_not_of("0123456789") == std::string_view::npos;
  return whole ? Edits{{place.value.offset() + place.value.length(), 0, std::string(choices.pick(tails))}} : Edits{};
}

} // namespace

extern constexpr Rule float_time = {
    .id = "float-time",
    .summary = "a whole time is spelt with a point or an exponent",
    .why = "Numerically the same, but receivers that read whole seconds into an integer can refuse 1607432944.0 and "
           "1.607432944e9.",
    .severity = Severity::info,
    .on = "epoch-seconds",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
