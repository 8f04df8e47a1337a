#include "support/faults.hpp"

namespace stslint::later_category {
namespace {

constexpr Example examples[] = {{"category", R"("Deployments")", R"("Changes")"}};

bool broken(const Place &place) { return place.value.equals("Deployments"); }

Words words(const Place &) {
  return {"category \"Deployments\" came with StackState 5.2; earlier versions file the event under Others: write "
          "\"Changes\" if yours is earlier",
          "Changes"};
}

Edits fault(const Place &place, Decisions &) { return replaced(place.value, R"("Deployments")"); }

} // namespace

extern constexpr Rule rule = {
    .id = "later-category",
    .summary = "an event's category is known to later versions of StackState only",
    .why = "\"The event category. Can be Activities, Alerts, Anomalies, Changes or Others.\" A sixth, Deployments, "
           "came with the "
           "API of version 5.2.",
    .severity = Severity::warning,
    .on = "category",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::later_category
