#include "support/faults.hpp"

namespace stslint::duplicate_key {
namespace {

constexpr Example examples[] = {
    {"data", R"({"version": "1.4.2", "version": "1.4.3"})", R"({"version": "1.4.3"})"},
};

constexpr FlawKind flaws[] = {FlawKind::duplicate_key};

Words words(const Place &place) {
  const Value first(*place.document, place.flaw->other);
  const Position at = place.locator->position(place.document->origin(first.offset()));
  return {"key " + shown(place.value) + " is already used at line " + std::to_string(at.line) + ", column " +
          std::to_string(at.column) +
          "; parsers keep one of the two and silently drop the other: remove or rename one"};
}

Edits fault(const Place &place, Decisions &) {
  const Value key = key_of(place);
  if (key.absent())
    return {};
  return {{key.offset(), 0, std::string(key.raw()) + ": " + std::string(place.value.raw()) + ", "}};
}

} // namespace

extern constexpr Rule rule = {
    .id = "duplicate-key",
    .summary = "an object has the same key twice",
    .why = "The JSON grammar allows equal keys, but most parsers keep only the last of the two: a second list under "
           "the same event name silently replaces the first.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "RFC 8259, section 4, calls the behaviour of a receiver unpredictable; one that "
                                   "keeps one of the two loses data without notice"},
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::duplicate_key
