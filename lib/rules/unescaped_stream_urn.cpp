#include "support/stream_urns.hpp"

namespace stslint::unescaped_stream_urn {
namespace {

constexpr Example examples[] = {
    {"stream-urn", R"("urn:health:billing:checks:eu")", R"("urn:health:billing:checks%3Aeu")"},
    {"stream-urn", R"("urn:health:billing:checks/eu")", R"("urn:health:billing:checks%2Feu")"},
};

bool broken(const Place &place) {
  const std::string_view text = place.value.view();
  const auto stream = stream_of(text);
  static constexpr Bytes parts(":/");
  return stream && (parts.any_in(stream->source) || parts.any_in(stream->stream));
}

Words words(const Place &place) {
  const std::string text = place.value.text();
  const auto stream = stream_of(text);
  const std::string better = "urn:health:" + escaped(stream->source) + ':' + escaped(stream->stream);
  return {"urn " + shown(place.value) +
              " has a colon or a slash inside a part, so the receiver may split the urn in the wrong place; write " +
              in_quotes(better),
          better, replaced(place.value, json_string(better)), false};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("urn:health:billing:checks:eu")", R"("urn:health:billing/eu:checks")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "unescaped-stream-urn",
    .summary = "a part of a health stream's urn contains a colon or a slash",
    .why = "In urn:health:<sourceId>:<streamId>, a colon separates sourceId from streamId, so neither may contain one. "
           "A slash separates the parts of StackState's other URNs. StackState's own agents write a colon "
           "or a slash inside a part as %3A or %2F.",
    .severity = Severity::warning,
    .on = "stream-urn",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unescaped_stream_urn
