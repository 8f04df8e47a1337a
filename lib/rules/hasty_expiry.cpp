#include "support/faults.hpp"

namespace stslint::hasty_expiry {
namespace {

constexpr Example examples[] = {
    {"health-item",
     R"({"expiry": {"repeat_interval_s": 300, "expiry_interval_s": 300}, "consistency_model": "REPEAT_STATES", "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})",
     R"({"expiry": {"repeat_interval_s": 300, "expiry_interval_s": 600}, "consistency_model": "REPEAT_STATES", "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})"},
    {"health-item",
     R"({"start_snapshot": {"repeat_interval_s": 300, "expiry_interval_s": 60}, "consistency_model": "REPEAT_SNAPSHOTS", "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})",
     R"({"start_snapshot": {"repeat_interval_s": 300, "expiry_interval_s": 600}, "consistency_model": "REPEAT_SNAPSHOTS", "stream": {"urn": "urn:health:billing:checks"}, "check_states": []})"},
};

bool broken(const Place &place) {
  const double expiry = place.value.number(), repeat = place.parent.member("repeat_interval_s").number();
  // In a snapshot, 0 means that it never expires.
  const bool of_snapshot = place.shape->name == "start-snapshot" || place.within->shape->name == "start-snapshot";
  return of_snapshot ? expiry > 0 && expiry < repeat : expiry <= repeat;
}

Words words(const Place &place) {
  return {std::string(place.member) + ' ' + shown(place.value) +
          (place.value.number() < place.parent.member("repeat_interval_s").number()
               ? " is too short: the next health item does not come until " +
                     shown(place.parent.member("repeat_interval_s")) +
                     " seconds later, so the check states disappear until then"
               : " leaves no margin: if the next health item is even slightly late, the check states disappear until "
                 "it comes") +
          "; write two to four times repeat_interval_s"};
}

Edits fault(const Place &place, Decisions &) {
  const double repeat = place.parent.member("repeat_interval_s").number();
  return place.value.absent() || !(repeat > 1) ? Edits{} : replaced(place.value, "1");
}

} // namespace

extern constexpr Rule rule = {
    .id = "hasty-expiry",
    .summary = "check states expire before they are repeated",
    .why =
        "The documentation describes expiry_interval_s as \"The time to wait after the last update before an "
        "external check is deleted\". If this time ends before the next health item comes, the check states disappear "
        "until it comes. In \"expiry\", expiry_interval_s must therefore be longer than repeat_interval_s. In "
        "\"start_snapshot\", stslint accepts an equal value. Without a sub stream it may be 0 there: the check states "
        "then never expire. With --stackstate suse, REPEAT_STATES is itself an error "
        "(unknown-value).",
    .severity = Severity::warning,
    .on = "start-snapshot expiry",
    .member = "expiry_interval_s",
    .types = present_only,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::hasty_expiry
