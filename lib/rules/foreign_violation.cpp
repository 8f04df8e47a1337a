#include "support/faults.hpp"

namespace stslint::foreign_violation {
namespace {

Words words(const Place &place) {
  return {std::string(place.subject) + " breaks your own schema: " + shortened(place.note, 160)};
}

} // namespace

extern constexpr Rule rule = {
    .id = "foreign-violation",
    .summary = "a value breaks the schema given with --schema",
    .why = "A team can require more of its payloads than the receiver does. valijson checks the payload against the "
           "team's schema, and the message is in valijson's words.",
    .severity = Severity::error,
    .scope = Scope::run,
    .on = "payload",
    .types = 0,
    .examples = {},
    .broken = [](const Place &) { return false; },
    .words = words,
};

} // namespace stslint::foreign_violation
