// The verdicts on what the document leaves open, by the number under which the specification discusses each (section
// 8).
#include "support/verdict.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

using test::Verdict;

std::string event(const std::string &members) { return R"({"msg_title": "a", "msg_text": "b", )" + members + '}'; }
const std::string when = R"("timestamp": 1607432944, )", type = R"("event_type": "AnEvent", )";
const std::string bound = R"("element_identifiers": ["urn:host:/a"])";
std::string context(const std::string &members) { return '{' + members + '}'; }
const std::string placed =
    R"("context": {"category": "Changes", "source": "x", "element_identifiers": ["urn:host:/a"]})";

const Verdict verdicts[] = {
    {"A01_PrefixesAreLiteral", "event-name", R"("hostname.up")", "error:forbidden-event-name"},
    {"A01_PrefixesAreLiteralToTheLetter", "event-name", R"("tagsy")", "error:forbidden-event-name"},
    {"A02_LetterCaseCounts", "event-name", R"("Host.up")", ""},
    {"A03_CategoryIsRequired", "context", context(R"("source": "x", )" + bound), "error:missing-field"},
    {"A04_SourceIsRequired", "context", context(R"("category": "Changes", )" + bound), "error:missing-field"},
    {"A05_IdentifiersAreWanted", "context", context(R"("category": "Changes", "source": "x")"),
     "warning:unbound-event"},
    {"A05_IdentifiersAreNotEmpty", "context",
     context(R"("category": "Changes", "source": "x", "element_identifiers": [])"), "warning:unbound-event"},
    {"A06_TimestampIsRequired", "event", event(type + placed), "error:missing-field"},
    {"A07_TypeIsWanted", "event", event(when + placed), "warning:untyped-event"},
    {"A08_SuffixIsStyle", "event-type", R"("Deployment")", "info:event-type-suffix"},
    {"A09_Seconds", "epoch-seconds", "99999999999", ""},
    {"A09_Milliseconds", "epoch-seconds", "100000000000", "error:wrong-time-unit"},
    {"A10_FractionsOfSeconds", "payload",
     R"({"collection_timestamp": 1548855554.5, "internalHostname": "a", "metrics": [["a", 1607432944, 1, {"hostname": "a", "type": "raw"}]]})",
     "warning:fractional-time"},
    {"A10_IntegralFloats", "epoch-seconds", "1548855554.0", "info:float-time"},
    {"A10_Texts", "epoch-seconds", R"("1548855554")", "error:wrong-type"},
    {"A11_CollectionTimeIsWanted", "payload",
     R"({"internalHostname": "a", "metrics": [["a", 1607432944, 1, {"hostname": "a", "type": "raw"}]]})",
     "warning:missing-collection-timestamp"},
    {"A12_EmptyContainersAreNotNeeded", "payload",
     R"({"collection_timestamp": 1607432950, "internalHostname": "a", "metrics": [["a", 1607432944, 1, {"hostname": "a", "type": "raw"}]]})",
     ""},
    {"A13_EventsMayBeLaterThanTheCollection", "payload",
     R"({"collection_timestamp": 1548857342, "internalHostname": "a", "events": {"app.x": [)" +
         event(when + type + placed) + "]}}",
     ""},
    {"A14_TagsHaveColons", "tag", R"("production")", "warning:malformed-tag"},
    {"A15_DataIsNoList", "data", R"(["a"])", "error:wrong-type"},
    {"A15_DataHoldsAnything", "data", R"({"a": [1, "b", null, {"c": true}]})", ""},
    {"A16_LinksHaveBothMembers", "source-link", R"({"title": "a"})", "error:missing-field"},
    {"A16_LinksAreAbsolute", "url", R"("link_url")", "warning:relative-url"},
    {"A17_SourceIdentifier", "context",
     context(R"("category": "Changes", "source": "x", "source_identifier": "7", )" + bound), ""},
    {"A18_NullLists", "event", event(when + type + R"("tags": null, )" + placed), "error:wrong-type"},
    {"A18_NullContext", "event", event(when + type + R"("context": null)"), "error:wrong-type"},
    {"A18_NullData", "data", "null", "warning:null-data"},
    {"A18_NullMessage", "check-state",
     R"({"checkStateId": "a", "name": "n", "health": "Clear", "message": null, "topologyElementIdentifier": "urn:host:/a"})",
     "warning:null-message"},
    {"A18_NullNames", "check-state",
     R"({"checkStateId": "a", "name": null, "health": "Clear", "topologyElementIdentifier": "urn:host:/a"})",
     "error:wrong-type"},
    {"A19_EmptyEventLists", "events", R"({"app.x": []})", "warning:empty-event-list"},
    {"A20_DuplicateMembers", "data", R"({"a": 1, "a": 2})", "error:duplicate-key"},
    {"A21_CaseVariants", "event", event(when + type + R"("Tags": ["a:b"], )" + placed), "warning:unknown-field"},
    {"A22_Deployments", "category", R"("Deployments")", "warning:later-category"},
    {"A23_UnknownMembers", "source-link", R"({"title": "a", "url": "https://a.example", "icon": 1})",
     "warning:unknown-field"},
    // A24 is about the address, headers and slashes: no payload shows them.
    {"A25_EmptyTexts", "text", R"("")", "warning:empty-text"},
    {"A26_MixedMessages", "payload",
     R"({"collection_timestamp": 1607432950, "internalHostname": "a", "metrics": [["a", 1607432944, 1, {"hostname": "a", "type": "raw"}]], "events": {"app.x": [)" +
         event(when + type + placed) + "]}}",
     ""},
    {"A27_CommentsAndMissingValues", "data", "{\"health\": // used\n}", "error:invalid-json error:invalid-json"},
};

class Verdicts : public testing::TestWithParam<Verdict> {};

TEST_P(Verdicts, AreThoseOfTheSpecification) { EXPECT_EQ(test::found_in(GetParam()), GetParam().findings); }

INSTANTIATE_TEST_SUITE_P(Section8, Verdicts, testing::ValuesIn(verdicts),
                         [](const auto &tested) { return tested.param.name; });

} // namespace
} // namespace stslint
