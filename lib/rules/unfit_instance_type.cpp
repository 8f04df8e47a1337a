#include "support/faults.hpp"

namespace stslint::unfit_instance_type {
namespace {

constexpr Example examples[] = {
    {"instance-type", R"("billing system")", R"("billing-system")"},
};

constexpr Bytes fit("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

bool broken(const Place &place) { return !fit.all_of(place.value.view()); }

Words words(const Place &place) {
  return {"instance type " + shown(place.value) +
          " becomes part of the name of a Kafka topic, which can have only letters, digits, dots, hyphens and "
          "underscores; use only "
          "these, for example " +
          example_of(*place.shape)};
}

Edits fault(const Place &place, Decisions &) { return replaced(place.value, "\"billing (eu)\""); }

} // namespace

extern constexpr Rule rule = {
    .id = "unfit-instance-type",
    .summary = "the type of a topology has characters that the name of a Kafka topic cannot have",
    .why = "StackState puts the data of an instance into the Kafka topic sts_topo_<type>_<url>. The name of a Kafka "
           "topic consists of letters, digits, dots, hyphens and underscores. Every url has other characters, so "
           "StackState must replace those. The documentation does not say whether it also replaces the characters of "
           "the type, so stslint reports them.",
    .severity = Severity::info,
    .on = "instance-type",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unfit_instance_type
