#include "support/faults.hpp"

namespace stslint::unused_suppression {
namespace {

Words words(const Place &place) { return {std::string(place.note)}; }

} // namespace

extern constexpr Rule rule = {
    .id = "unused-suppression",
    .summary = "a suppression no longer matches any finding",
    .why = "Suppressions and baselines are lists of old mistakes. An entry that outlives its mistake hides the next "
           "mistake of the same kind. stslint reports such an entry only after it has checked all inputs that the "
           "entry covers.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation, "a suppression is never sent"},
    .scope = Scope::run,
    .on = "payload",
    .types = 0,
    .examples = {},
    .broken = [](const Place &) { return false; },
    .words = words,
};

} // namespace stslint::unused_suppression
