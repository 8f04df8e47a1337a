#include "support/faults.hpp"

namespace stslint::long_tag {
namespace {

constexpr Example examples[] = {
    {"tag",
     R"("trace:01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")",
     R"("trace:0123456789")"},
};

constexpr std::size_t longest = 200;

bool broken(const Place &place) { return place.value.length() > longest && place.value.characters() > longest; }

Words words(const Place &place) {
  return {"tag " + in_quotes(place.value.text(), 30) + " has " + counted(place.value.characters(), "character") +
          ", and StackState keeps at most 200; move long values into the text or the data of the "
          "event"};
}

Edits fault(const Place &place, Decisions &decisions) {
  return replaced(place.value, "\"trace:" + std::string(195 + decisions.draw(3000), 'x') + '"');
}

} // namespace

extern constexpr Rule rule = {
    .id = "long-tag",
    .summary = "a tag is longer than 200 characters",
    .why = "StackState keeps at most 200 characters of a tag. A longer tag usually holds a value that belongs in the "
           "text or the data of an event.",
    .severity = Severity::warning,
    .on = "tag",
    .mark = long_text,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::long_tag
