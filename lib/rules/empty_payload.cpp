#include "support/faults.hpp"

namespace stslint::empty_payload {
namespace {

constexpr Example examples[] = {
    {"payload", R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "events": {}})",
     R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]]})"},
};

bool broken(const Place &place) {
  for (const Member member : place.value.members())
    if (member.value.marked() || member.value.is(Kind::broken) ||
        ((member.value.is(Kind::object) || member.value.is(Kind::array)) && !member.value.empty()))
      return false;
  return place.value.is(Kind::object) && !place.value.incomplete();
}

Words words(const Place &place) {
  return {std::string(place.subject) + " has no events, metrics, topologies, health data or service checks, so sending "
                                       "it has no effect; add at least one of them"};
}

Edits fault(const Place &place, Decisions &) {
  const std::string zeros = place.settings->time_format == TimeFormat::ms ? "000" : "";
  return replaced(place.value,
                  R"({"collection_timestamp": 1607432950)" + zeros + R"(, "internalHostname": "web01", "events": {}})");
}

} // namespace

extern constexpr Rule rule = {
    .id = "empty-payload",
    .summary = "a payload carries no data",
    .why = "The receiver "
           "accepts a payload without data of any kind, but then StackState stores nothing.",
    .severity = Severity::info,
    .on = "payload",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::empty_payload
