#include "support/stream_urns.hpp"

namespace stslint::malformed_stream_urn {
namespace {

constexpr Example examples[] = {
    {"stream-urn", R"("urn:health:billing")", R"("urn:health:billing:checks")"},
};

bool broken(const Place &place) { return !stream_of(place.value.view()); }

Words words(const Place &place) {
  return {"urn " + shown(place.value) +
          " does not have the form urn:health:<source>:<stream>, so the receiver refuses it; write it like " +
          example_of(*place.shape)};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("urn")",
                                             R"("urn:health:billing")",
                                             R"("urn:health::checks")",
                                             R"("health:billing:checks")",
                                             R"("urn:health:billing:")",
                                             R"("")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "malformed-stream-urn",
    .summary = "the urn of a health stream does not have the form urn:health:<source>:<stream>",
    .why = "The documentation describes urn as \"Data source and stream ID encoded as a StackState URN that matches "
           "the following convention: urn:health:<sourceId>:<streamId>\". The receiver refuses any other urn.",
    .severity = Severity::error,
    .receiver = {Expected::reject,
                 "the documentation: the urn \"matches the following convention: urn:health:<sourceId>:<streamId>\""},
    .on = "stream-urn",
    .context_free = true,
    .examples = examples,
    .schema = {"stream-urn", R"({"pattern": "^urn:health:[^: \\t\\n\\v\\f\\r]+:[^ \\t\\n\\v\\f\\r]+$"})"},
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::malformed_stream_urn
