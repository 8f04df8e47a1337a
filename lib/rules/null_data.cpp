#include "faults.hpp"

namespace stslint::null_data {
namespace {

constexpr Example examples[] = {
    {"data", R"(null)", R"({"version": "1.4.2"})"},
};

bool broken(const Place &place) { return place.value.is(Kind::null); }

Words words(const Place &place) {
  return {std::string(place.subject) + " is null where an object is expected; leave it out when there are no details",
          "", place.parent.is(Kind::object) ? removed(place) : Edits{}, true};
}

Edits fault(const Place &place, Choices &) { return replaced(place.value, "null"); }

} // namespace

extern constexpr Rule rule = {
    .id = "null-data",
    .summary = "the data of an event is null",
    .why = "data is \"Optional\": a sender without details leaves it out. The document shows an object, and a receiver "
           "may not accept null.",
    .severity = Severity::warning,
    .on = "data",
    .types = bit(Kind::null),
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::null_data
