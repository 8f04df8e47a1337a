#include "support/examples.hpp"
#include "support/nulls.hpp"

namespace stslint::null_data {
namespace {

constexpr Example examples[] = {
    {"context", context_with<R"("data": null)">, good_context},
};

Words words(const Place &place) { return null_words(place, "an object", "are no details"); }

} // namespace

extern constexpr Rule rule = {
    .id = "null-data",
    .summary = "the data of an event is null",
    .why = "In the documentation, the field \"data\" is \"Optional\": a sender without details leaves it out. The "
           "documentation shows "
           "an object, and a receiver may refuse null.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation,
                 "two public senders write null here, and the documentation does not say that it is allowed"},
    .on = "data",
    .types = bit(Kind::null),
    .examples = examples,
    .broken = is_null,
    .words = words,
    .fault = null_fault,
};

} // namespace stslint::null_data
