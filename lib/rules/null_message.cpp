#include "support/nulls.hpp"

namespace stslint::null_message {
namespace {

constexpr Example examples[] = {
    {"check-state",
     R"({"checkStateId": "a", "name": "Disk", "health": "Clear", "message": null, "topologyElementIdentifier": "urn:host:/a"})",
     R"({"checkStateId": "a", "name": "Disk", "health": "Clear", "topologyElementIdentifier": "urn:host:/a"})"},
};

Words words(const Place &place) { return null_words(place, "a string", "is no message"); }

} // namespace

extern constexpr Rule rule = {
    .id = "null-message",
    .summary = "the message of a check state is null",
    .why = "In the documentation, the field \"message\" is \"Optional\": a sender without a message leaves it out. Two "
           "known senders "
           "write null instead, which a receiver may refuse.",
    .severity = Severity::warning,
    .receiver = {Expected::implementation,
                 "two public senders write null here, and the documentation does not say that it is allowed"},
    .on = "check-state",
    .member = "message",
    .types = bit(Kind::null),
    .examples = examples,
    .broken = is_null,
    .words = words,
    .fault = null_fault,
};

} // namespace stslint::null_message
