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
          ", which every message should have; add " + in_quotes(place.member) + ": [] if there are none"};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "missing-elements",
    .summary = "a topology has no list of components or of relations",
    .why = "\"A list of components\" and \"A list of relations\" belong to every topology message; all known "
           "senders write both, be they empty. One of them forgotten usually means that it went elsewhere.",
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
