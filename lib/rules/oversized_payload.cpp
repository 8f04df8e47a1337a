#include "support/faults.hpp"

namespace stslint::oversized_payload {
namespace {

bool broken(const Place &place) { return place.document->bytes().size() > place.settings->oversized; }

Words words(const Place &place) {
  const std::size_t limit = place.settings->oversized;
  return {std::string(place.subject) + " is " + counted(place.document->bytes().size(), "byte") + " long, but " +
          (limit == Settings().oversized ? "nginx in front of the receiver refuses more than 1,048,576 bytes by default"
                                         : "your configuration allows " + counted(limit, "byte")) +
          "; split it into several payloads"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "oversized-payload",
    .summary = "a payload is larger than 1 MiB",
    .why = "The documentation names no limit. Many receivers are behind nginx, which accepts 1 MiB unless it is "
           "configured otherwise, and answers 413 to larger bodies. \"options\": {\"oversized-payload\": "
           "{\"bytes\": 2097152}} in .stslint.json sets another limit.",
    .severity = Severity::info,
    .receiver = {Expected::implementation, "the documentation names no limit; nginx accepts 1 MiB by default"},
    .scope = Scope::run,
    .on = "payload",
    .context_free = true,
    .examples = {},
    .broken = broken,
    .words = words,
};

} // namespace stslint::oversized_payload
