#include "faults.hpp"

namespace stslint::null_sub_stream {
namespace {

constexpr Example examples[] = {
    {"sub-stream-id", R"(null)", R"("billing-eu")"},
};

bool broken(const Place &place) { return place.value.is(Kind::null); }

Words words(const Place &place) {
  return {std::string(place.subject) + " is null where a string is expected; leave it out when there is no sub stream",
          "", place.parent.is(Kind::object) ? removed(place) : Edits{}, true};
}

Edits fault(const Place &place, Choices &) { return replaced(place.value, "null"); }

} // namespace

extern constexpr Rule rule = {
    .id = "null-sub-stream",
    .summary = "sub_stream_id is null",
    .why = "sub_stream_id is \"Optional\": a sender without sub streams leaves it out. Null is not described, "
           "and a receiver may take it for a name.",
    .severity = Severity::warning,
    .on = "sub-stream-id",
    .types = bit(Kind::null),
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::null_sub_stream
