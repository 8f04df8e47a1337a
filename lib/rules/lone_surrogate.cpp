#include "support/faults.hpp"

namespace stslint::lone_surrogate {
namespace {

constexpr Example examples[] = {{"data", R"({"mood": "\ud83d"})", R"({"mood": "\ud83d\ude00"})"}};

constexpr FlawKind flaws[] = {FlawKind::lone_surrogate};

Words words(const Place &place) {
  const std::string_view escape = place.document->bytes().substr(place.flaw->offset, place.flaw->length);
  return {"the escape " + std::string(escape) +
          " is half of a character; StackState stores a replacement for it, if it takes "
          "the text at all: write both halves, or do not cut text in the middle of a character"};
}

Edits fault(const Place &place, Decisions &) {
  return place.value.is(Kind::string) && only_its_type_matters(place) ? Edits{{place.value.offset() + 1, 0, "\\ud83d"}}
                                                                      : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "lone-surrogate",
    .summary = "an escape \\ud800 to \\udfff stands without its other half",
    .why = "Such a text is JSON by its grammar, but no Unicode (RFC 8259, section 8.2): what a parser makes of it "
           "differs. "
           "Usually a text was cut after a fixed number of characters.",
    .severity = Severity::warning,
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::lone_surrogate
