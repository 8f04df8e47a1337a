#include "support/nulls.hpp"

namespace stslint::null_sub_stream {
namespace {

constexpr Example examples[] = {
    {"stream", R"({"urn": "urn:health:billing:checks", "sub_stream_id": null})",
     R"({"urn": "urn:health:billing:checks"})"},
};

Words words(const Place &place) { return null_words(place, "a string", "is no sub stream"); }

} // namespace

extern constexpr Rule rule = {
    .id = "null-sub-stream",
    .summary = "sub_stream_id is null",
    .why = "The documentation calls sub_stream_id \"Optional\": a sender without sub streams leaves it out. The "
           "documentation does not describe null, and a receiver may take it for a name.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation,
                 "a public sender writes null here, and the documentation does not say that it is allowed"},
    .on = "sub-stream-id",
    .types = bit(Kind::null),
    .examples = examples,
    .broken = is_null,
    .words = words,
    .fault = null_fault,
};

} // namespace stslint::null_sub_stream
