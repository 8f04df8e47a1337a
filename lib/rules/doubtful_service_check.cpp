#include "support/faults.hpp"

namespace stslint::doubtful_service_check {
namespace {

constexpr Example examples[] = {
    {"service-check", R"({"check": "app.can_connect", "status": "OK"})",
     R"({"check": "app.can_connect", "status": 0})"},
};

/// Whether agents send a value of this kind in this field.
bool usual(std::string_view member, const Value &value) {
  switch (value.kind()) {
  case Kind::number:
    return member == "status" ? value.digits() == 1 && value.raw() <= "3" : member == "timestamp" || member == "id";
  case Kind::array:
    return member == "tags";
  case Kind::string:
    return member == "check" || member == "host_name" || member == "message";
  default:
    return member == "message" && value.is(Kind::null);
  }
}

bool broken(const Place &place) {
  if (place.value.absent())
    return place.member == "check" || place.member == "status";
  return !usual(place.member, place.value);
}

Words words(const Place &place) {
  const std::string subject(place.subject);
  const std::string difference = place.value.absent()
                                     ? " has no " + in_quotes(place.member) + ", which agents always send"
                                     : " is " + what_it_is(place.value) + ", which agents never send";
  return {subject + difference + ", so StackState may drop the service check; write " +
          std::string(place.property->title)};
}

Edits fault(const Place &place, Decisions &decisions) {
  if (place.value.absent())
    return {};
  const bool needed = place.member == "check" || place.member == "status";
  return needed && decisions.draw(2) == 0 ? removed(place) : replaced(place.value, "true");
}

} // namespace

extern constexpr Rule rule = {
    .id = "doubtful-service-check",
    .summary = "a field of a service check differs from what agents send",
    .why = "The documentation names service_checks but does not describe them. Agents send \"check\", \"host_name\", "
           "\"timestamp\", a \"status\" of 0 to 3, \"message\" and \"tags\"; the effect of anything else is unknown.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation, "the documentation does not describe service checks"},
    .on = "service-check",
    .member = "check host_name timestamp status message tags id",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::doubtful_service_check
