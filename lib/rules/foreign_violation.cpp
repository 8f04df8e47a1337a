#include "support/faults.hpp"

namespace stslint::foreign_violation {
namespace {

Words words(const Place &place) {
  return {std::string(place.subject) + " breaks your own schema: " + shortened(place.note, 160)};
}

} // namespace

extern constexpr Rule rule = {
    .id = "foreign-violation",
    .summary = "a value breaks the schema that --schema names",
    .why = "A team can ask more of its payloads than the receiver does. What its schema says is judged by valijson, in "
           "whose words "
           "the finding speaks.",
    .severity = Severity::error,
    .scope = Scope::run,
    .on = "payload",
    .types = 0,
    .examples = {},
    .broken = [](const Place &) { return false; },
    .words = words,
};

} // namespace stslint::foreign_violation
