#include "support/faults.hpp"

namespace stslint::missing_consistency_model {
namespace {

constexpr Example examples[] = {
    {"health-item",
     R"({"stream": {"urn": "urn:health:billing:checks"}, "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "check_states": []})",
     R"({"consistency_model": "REPEAT_SNAPSHOTS", "stream": {"urn": "urn:health:billing:checks"}, "start_snapshot": {"repeat_interval_s": 300}, "stop_snapshot": {}, "check_states": []})"},
};

bool broken(const Place &place) { return place.value.absent(); }

Words words(const Place &place) {
  return {std::string(place.subject) + " has no " + in_quotes(place.member) +
          ", so the receiver treats it as REPEAT_SNAPSHOTS; add it, with the value " + expected(place)};
}

Edits fault(const Place &place, Decisions &) {
  return place.value.equals("REPEAT_SNAPSHOTS") ? removed(place) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "missing-consistency-model",
    .summary = "a health item does not name its consistency model",
    .why = "The documentation always shows consistency_model. The receiver treats a health item without it as "
           "REPEAT_SNAPSHOTS, and agents rely on that.",
    .severity = Severity::info,
    .on = "health-item",
    .member = "consistency_model",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::missing_consistency_model
