#include "support/faults.hpp"

namespace stslint::foreign_violation {
namespace {

Words words(const Place &place) {
  return {std::string(place.subject) + " breaks your own schema: " + shortened(place.note, 160)};
}

} // namespace

extern constexpr Rule rule = {
    .id = "foreign-violation",
    .summary = "a value breaks your own schema, given with --schema",
    .why = "A team can require more of its payloads than the receiver does. valijson, a validator for JSON Schema, "
           "checks the payload against the schema of the team; the finding is in the words of valijson.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "with --schema, a receiver must follow your schema too"},
    .scope = Scope::run,
    .on = "payload",
    .types = 0,
    .examples = {},
    .broken = [](const Place &) { return false; },
    .words = words,
};

} // namespace stslint::foreign_violation
