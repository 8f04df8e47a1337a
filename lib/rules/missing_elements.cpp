#include "support/faults.hpp"

namespace stslint::missing_elements {
namespace {

constexpr Example examples[] = {
    {"topology", R"({"instance": {"type": "billing", "url": "https://billing.example.org"}, "components": []})",
     R"({"instance": {"type": "billing", "url": "https://billing.example.org"}, "components": [], "relations": []})"},
};

bool broken(const Place &place) { return place.value.absent(); }

Words words(const Place &place) {
  return {std::string(place.subject) + " has no " + in_quotes(place.member) +
          ", which every topology should have; add " + in_quotes(place.member) + ": [] if there are none to send"};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "missing-elements",
    .summary = "a topology has no list of components or no list of relations",
    .why = "According to the documentation, every topology has \"A list of components\" and \"A list of "
           "relations\". All known senders write both, even if they are empty. A missing list is usually somewhere "
           "else in the payload, where it has no effect.",
    .severity = Severity::warning,
    .on = "topology",
    .member = "components relations",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::missing_elements
