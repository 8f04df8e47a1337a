#include "support/reserved_prefix.hpp"

namespace stslint::forbidden_event_name {
namespace {

constexpr Example examples[] = {
    {"event-name", R"("host.cpu")", R"("app.host.cpu")"},
    {"event-name", R"("titleChanged")", R"("app.titleChanged")"},
};

bool broken(const Place &place) { return !place.settings->whole_event_prefixes || starts_with_reserved_segment(place); }

Words words(const Place &place) { return reserved_prefix_words(place, "event name"); }

} // namespace

extern constexpr Rule rule = {
    .id = "forbidden-event-name",
    .summary = "an event name starts with a prefix that StackState reserves",
    .why = "The documentation says of an event name: \"this must not start with any of the following prefixes: "
           "eventType, host, labels, message, name, tags, timeReceived, timestamp or title.\" StackState stores an "
           "event in fields with these names, so an event name that starts with one of them collides with that field. "
           "With the option \"prefix-match\": \"segment\" in .stslint.json, stslint compares whole dot-separated "
           "segments: it reports host and host.cpu, but not hostile.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the documentation: an event name \"must not start with\" these prefixes"},
    .on = "event-name",
    .keywords = Keyword::pattern,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = reserved_prefix_fault,
};

} // namespace stslint::forbidden_event_name
