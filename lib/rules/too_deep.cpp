#include "support/faults.hpp"

namespace stslint::too_deep {
namespace {

// 513 brackets, one more than a Document follows.
#define STSLINT_8(x) x x x x x x x x
#define STSLINT_513(x) STSLINT_8(STSLINT_8(STSLINT_8(x))) x
constexpr Example examples[] = {{"data", "{\"a\":" STSLINT_513("[") STSLINT_513("]") "}", R"({"a": [[]]})"}};

constexpr FlawKind flaws[] = {FlawKind::too_deep};

Words words(const Place &) {
  return {"nested deeper than " + std::to_string(Document::max_depth) +
          " levels, which many parsers refuse; deeper levels are not checked: nest the data less deeply"};
}

Edits fault(const Place &place, Decisions &) {
  const bool free = only_its_type_matters(place) && place.shape->types == 0xff;
  return free ? replaced(place.value, std::string(600, '[') + std::string(600, ']')) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "too-deep",
    .summary = "objects and lists are nested deeper than 512 levels",
    .why = "Parsers that recurse die of deep nesting; the standard lets every parser set its limit (RFC 8259, section "
           "9). No "
           "payload needs more than a few levels.",
    .severity = Severity::error,
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::too_deep
