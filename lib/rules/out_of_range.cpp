#include "support/times.hpp"

#include <array>
#include <charconv>

namespace stslint::out_of_range {
namespace {

constexpr Example examples[] = {
    {"epoch-seconds", "0", "1607432944"},
    {"epoch-milliseconds", "0", "1607432944000"},
    {"event-name", R"("")", R"("app.deployment")"},
    {"metric", R"(["app.requests", 1607432944, 42])",
     R"(["app.requests", 1607432944, 42, {"hostname": "web01", "type": "gauge"}])"},
};

/// A bound of the schema, written without an exponent.
std::string plain(double number) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

std::string between(std::size_t least, std::size_t most) {
  if (least == most)
    return std::to_string(least);
  return most == std::numeric_limits<std::size_t>::max() ? "at least " + std::to_string(least)
                                                         : "at most " + std::to_string(most);
}

/// The end of the sentence: the bound that the value breaks.
std::string fault_of(const Place &place) {
  const Shape &shape = *place.shape;
  const Keyword violated = shape.violations(place.value);
  const auto breaks = [&](Keyword keyword) { return any(violated & keyword); };
  if (breaks(Keyword::min_length))
    return shape.min_length == 1 ? "is empty" : "has fewer than " + counted(shape.min_length, "character");
  if (breaks(Keyword::max_length))
    return "has more than " + counted(shape.max_length, "character");
  if (breaks(Keyword::min_items | Keyword::max_items))
    return "has " + counted(place.value.size(), "item") + " instead of " + between(shape.min_items, shape.max_items);
  if (breaks(Keyword::minimum))
    return "is less than " + plain(shape.minimum);
  if (breaks(Keyword::maximum))
    return "is greater than " + plain(shape.maximum);
  return breaks(Keyword::exclusive_minimum) ? "is too small" : "is too large";
}

Words words(const Place &place) {
  const bool key = place.value.is(Kind::string) && place.document->nodes()[place.value.index()].key;
  const std::string subject = key ? "a name in " + std::string(place.subject) : std::string(place.subject);
  const std::string value = place.value.is(Kind::number) ? ' ' + shown(place.value) : "";
  if (is_time(*place.shape) && place.value.number() < year_2000)
    return {subject_with_value(place) + " is too small for a time; write " + time_in_words(unit_of(*place.shape))};
  return {subject + value + ' ' + fault_of(place) + "; expected " + expected(place)};
}

Edits fault(const Place &place, Decisions &) {
  const Shape &shape = *place.shape;
  if (shape.min_length > 0)
    return replaced(place.value, "\"\"");
  if (shape.max_length != std::numeric_limits<std::size_t>::max())
    return replaced(place.value, '"' + std::string(shape.max_length + 1, 'x') + '"');
  if (shape.min_items > 0)
    return replaced(place.value, "[]");
  if (std::isfinite(shape.exclusive_minimum))
    return replaced(place.value, plain(shape.exclusive_minimum));
  return {};
}

} // namespace

extern constexpr Rule rule = {
    .id = "out-of-range",
    .summary = "a number is too small or too large, or a string or list is too short or too long",
    .why = "A time of zero, an empty name or a metric without its four parts is well-formed JSON, but it holds nothing "
           "that StackState could store.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the bounds in the documentation"},
    .keywords = Keyword::minimum | Keyword::maximum | Keyword::exclusive_minimum | Keyword::exclusive_maximum |
                Keyword::min_length | Keyword::max_length | Keyword::min_items | Keyword::max_items,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::out_of_range
