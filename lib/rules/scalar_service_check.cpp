#include "support/faults.hpp"

namespace stslint::scalar_service_check {
namespace {

constexpr Example examples[] = {
    {"service-check", R"("app.can_connect")", R"({"check": "app.can_connect", "status": 0})"},
};

bool broken(const Place &place) { return !place.value.is(Kind::object); }

Words words(const Place &place) {
  return {std::string(place.subject) + " is " + what_it_is(place.value) +
          ", but agents send an object, so StackState may drop the service check; write it like " +
          example_of(*place.shape)};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("up")", "0", "null", "[]"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "scalar-service-check",
    .summary = "a service check is a single value or a list, not an object",
    .why = "The documentation names service_checks but does not describe them. Agents "
           "send objects with \"check\", "
           "\"status\" and other fields.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation, "the documentation does not describe service checks"},
    .on = "service-check",
    .types = 0xff & ~bit(Kind::object),
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::scalar_service_check
