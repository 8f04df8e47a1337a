#include "support/faults.hpp"

namespace stslint::delete_within_snapshot {
namespace {

constexpr Example examples[] = {
    {"topology",
     R"({"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "delete_ids": ["web03"], "components": [], "relations": []})",
     R"({"start_snapshot": true, "stop_snapshot": true, "instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []})"},
};

bool is_true(const Place &place, std::string_view member) { return place.parent.member(member).raw() == "true"; }

bool broken(const Place &place) {
  return !place.value.empty() && (is_true(place, "start_snapshot") || is_true(place, "stop_snapshot"));
}

Words words(const Place &) {
  return {"delete_ids is not needed in a snapshot, which deletes all elements that it does not contain; remove it, or "
          "send the ids without start_snapshot and stop_snapshot"};
}

Edits fault(const Place &place, Decisions &) {
  const bool snapshot = is_true(place, "start_snapshot") || is_true(place, "stop_snapshot");
  return snapshot && !place.value.absent() ? replaced(place.value, R"(["urn:host:/gone"])") : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "delete-within-snapshot",
    .summary = "a topology snapshot has ids to delete",
    .why = "The documentation calls delete_ids \"only necessary when not sending a snapshot\": when a snapshot ends, "
           "StackState deletes the elements that the snapshot does not contain.",
    .severity = Severity::warning,
    .on = "topology",
    .member = "delete_ids",
    .types = present_only,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::delete_within_snapshot
