#include "support/faults.hpp"

namespace stslint::later_category {
namespace {

constexpr Example examples[] = {{"category", R"("Deployments")", R"("Changes")"}};

bool broken(const Place &place) { return place.value.equals("Deployments"); }

Words words(const Place &) {
  return {"category \"Deployments\" is new in StackState 5.2, and earlier versions file the event under Others; write "
          "\"Changes\" if your version is earlier, or use --stackstate 5.2",
          "Changes"};
}

Edits fault(const Place &place, Decisions &) { return replaced(place.value, R"("Deployments")"); }

} // namespace

extern constexpr Rule rule = {
    .id = "later-category",
    .summary = "only StackState 5.2 and later know the event's category",
    .why = "The documentation of 5.1 says: \"The event category. Can be Activities, Alerts, Anomalies, Changes or "
           "Others.\" A sixth category, "
           "Deployments, came with the API of version 5.2.",
    .severity = Severity::warning,
    .stackstate = bit(Version::v5_1),
    .on = "category",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::later_category
