#include "support/faults.hpp"

namespace stslint::too_deep {
namespace {

// 513 brackets: one more than the maximum depth of a Document.
#define STSLINT_8(x) x x x x x x x x
#define STSLINT_513(x) STSLINT_8(STSLINT_8(STSLINT_8(x))) x
constexpr Example examples[] = {{"data", "{\"a\":" STSLINT_513("[") STSLINT_513("]") "}", R"({"a": [[]]})"}};

constexpr FlawKind flaws[] = {FlawKind::too_deep};

Words words(const Place &) {
  return {"the data is nested deeper than " + std::to_string(Document::max_depth) +
          " levels, which many parsers refuse, and the deeper levels are not checked; nest it less deeply"};
}

Edits fault(const Place &place, Decisions &) {
  const bool free = only_its_type_matters(place) && place.shape->types == 0xff;
  return free ? replaced(place.value, std::string(600, '[') + std::string(600, ']')) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "too-deep",
    .summary = "objects and lists are nested deeper than 512 levels",
    .why = "Parsers that recurse crash on deep nesting, and the standard lets every parser set its own limit (RFC "
           "8259, section 9). No payload needs more than a few levels.",
    .severity = Severity::error,
    .receiver = {Expected::implementation, "RFC 8259, section 9: a parser may set its own limit on nesting"},
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::too_deep
