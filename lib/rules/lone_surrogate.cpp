#include "support/faults.hpp"

namespace stslint::lone_surrogate {
namespace {

constexpr Example examples[] = {{"data", R"({"mood": "\ud83d"})", R"({"mood": "\ud83d\ude00"})"}};

constexpr FlawKind flaws[] = {FlawKind::lone_surrogate};

Words words(const Place &place) {
  const std::string_view escape = place.document->bytes().substr(place.flaw->offset, place.flaw->length);
  return {"the escape " + std::string(escape) +
          " is only half of a character, so StackState stores a replacement character or refuses the string; write "
          "both halves, or do not cut strings in the middle of a character"};
}

Edits fault(const Place &place, Decisions &) {
  return place.value.is(Kind::string) && only_its_type_matters(place) ? Edits{{place.value.offset() + 1, 0, "\\ud83d"}}
                                                                      : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "lone-surrogate",
    .summary = "an escape such as \\ud83d is only one half of a character",
    .why = "The JSON grammar allows the string, but it is not valid Unicode (RFC 8259, section 8.2), and parsers treat "
           "it differently. Usually a program cut the string after a fixed number of characters.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation, "RFC 8259, section 8.2, calls the behaviour of parsers unpredictable"},
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::lone_surrogate
