#include "support/faults.hpp"

namespace stslint::wrapped_payload {
namespace {

constexpr Example examples[] = {
    {"payload",
     R"({"statusCode": 200, "body": "{\"collection_timestamp\": 1607432950, \"internalHostname\": \"web01\", \"metrics\": [[\"app.load\", 1607432944, 0.5, {\"hostname\": \"web01\", \"type\": \"gauge\"}]]}"})",
     R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]]})"},
};

Words words(const Place &place) {
  return {"the payload is inside the string " + std::string(place.note) +
          ", where the receiver does not look; send only the content of that string"};
}

Edits fault(const Place &place, Decisions &) {
  const std::string_view text = place.document->bytes();
  return {{0, text.size(), "{\"body\": " + json_string(text) + '}'}};
}

} // namespace

extern constexpr Rule rule = {
    .id = "wrapped-payload",
    .summary = "the payload is a string in another JSON document",
    .why =
        "Gateways and queues keep the body of a request as a string, for example in \"body\". The receiver reads only "
        "the outer document, which has no internalHostname, and answers 400. stslint checks the payload in the "
        "string as well.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the outer document has no internalHostname, for which the receiver answers 400"},
    .on = "payload",
    .types = bit(Kind::object),
    .examples = examples,
    .broken = [](const Place &) { return false; },
    .words = words,
    .fault = fault,
};

} // namespace stslint::wrapped_payload
