#include "support/faults.hpp"

namespace stslint::missing_data {
namespace {

constexpr Example examples[] = {
    {"component", R"({"externalId": "urn:host:/web01", "type": {"name": "host"}})",
     R"({"externalId": "urn:host:/web01", "type": {"name": "host"}, "data": {"name": "web01"}})"},
};

bool broken(const Place &place) { return place.value.absent(); }

Words words(const Place &place) {
  return {std::string(place.subject) + " has no " + in_quotes(place.member) +
          ", so StackState finds no name and no labels for it; add " + in_quotes(place.member) + ": " +
          example_of(*place.property)};
}

Edits fault(const Place &place, Decisions &) { return removed(place); }

} // namespace

extern constexpr Rule rule = {
    .id = "missing-data",
    .summary = "a component or a relation has no data",
    .why = "The documentation describes data as \"A JSON blob of arbitrary data.\" StackState reads the name, the "
           "labels and the identifiers of an element from it, and all known senders write it.",
    .severity = Severity::warning,
    .on = "component relation",
    .member = "data",
    .types = absent_only,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::missing_data
