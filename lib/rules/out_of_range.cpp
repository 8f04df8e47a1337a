#include "faults.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", "0", "1607432944"},
    {"event-name", R"("")", R"("app.deployment")"},
    {"metric", R"(["app.requests", 1607432944, 42])",
     R"(["app.requests", 1607432944, 42, {"hostname": "web01", "type": "gauge"}])"},
};

std::string plain(double number) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

/// What the value would have to be, and is not.
std::string demand(const Place &place) {
  const Shape &shape = *place.shape;
  const Keyword violated = shape.violations(place.value);
  const auto breaks = [&](Keyword keyword) { return any(violated & keyword); };
  if (breaks(Keyword::min_length))
    return "must have at least " + counted(shape.min_length, "character");
  if (breaks(Keyword::min_items) || breaks(Keyword::max_items))
    return "has " + counted(place.value.size(), "item") +
           (breaks(Keyword::min_items) ? ", but at least " : ", but at most ") +
           std::to_string(breaks(Keyword::min_items) ? shape.min_items : shape.max_items) + " are taken";
  if (breaks(Keyword::minimum))
    return "must be at least " + plain(shape.minimum);
  if (breaks(Keyword::maximum))
    return "must be at most " + plain(shape.maximum);
  if (breaks(Keyword::exclusive_minimum))
    return "must be greater than " + plain(shape.exclusive_minimum);
  return "must be less than " + plain(shape.exclusive_maximum);
}

Words words(const Place &place) {
  const std::string value = place.value.is(Kind::array) ? "" : ' ' + shown(place.value);
  return {std::string(place.subject) + value + ' ' + demand(place) + "; expected " + expected(place)};
}

Edits fault(const Place &place, Choices &) {
  const Shape &shape = *place.shape;
  if (shape.min_length > 0)
    return replaced(place.value, "\"\"");
  if (shape.min_items > 0)
    return replaced(place.value, "[]");
  if (std::isfinite(shape.exclusive_minimum))
    return replaced(place.value, plain(shape.exclusive_minimum));
  return {};
}

} // namespace

extern constexpr Rule out_of_range = {
    .id = "out-of-range",
    .summary = "a number, a text or a list is smaller or larger than the receiver takes",
    .why =
        "A time of zero, an empty name or a metric without its four parts is well-formed JSON, yet says nothing that "
        "StackState could store.",
    .severity = Severity::error,
    .keywords = Keyword::minimum | Keyword::maximum | Keyword::exclusive_minimum | Keyword::exclusive_maximum |
                Keyword::min_length | Keyword::min_items | Keyword::max_items,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint
