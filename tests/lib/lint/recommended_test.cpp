// What the specification recommends for each field of the envelope and of events (sections 2 and 3), by its cells.
#include "support/verdict.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

using test::Verdict;

const std::string metric = R"("metrics": [["a", 1607432944, 1, {"hostname": "a", "type": "raw"}]])";
std::string payload(const std::string &members) {
  return R"({"collection_timestamp": 1607432950, "internalHostname": "a", )" + metric + ", " + members + '}';
}
std::string event(const std::string &members) {
  return R"({"msg_title": "a", "msg_text": "b", "timestamp": 1607432944, "event_type": "AEvent", )" + members + '}';
}
std::string context(const std::string &members) {
  return R"({"category": "Changes", "source": "x", "element_identifiers": ["a"], )" + members + '}';
}
const std::string placed = R"("context": {"category": "Changes", "source": "x", "element_identifiers": ["a"]})";
std::string link(const std::string &members) { return context(R"("source_links": [{)" + members + "}]"); }

const Verdict envelope[] = {
    {"Root_List", "payload", "[]", "error:wrong-type"},
    {"Root_TwoTexts", "payload", payload("\"events\": {}") + "{}", "error:invalid-json"},
    {"CollectionTimestamp_Text", "payload",
     R"({"collection_timestamp": "1607432950", "internalHostname": "a", )" + metric + "}", "error:wrong-type"},
    {"CollectionTimestamp_Null", "payload",
     R"({"collection_timestamp": null, "internalHostname": "a", )" + metric + "}", "error:wrong-type"},
    {"CollectionTimestamp_Milliseconds", "payload",
     R"({"collection_timestamp": 1607432950000, "internalHostname": "a", )" + metric + "}", "error:wrong-time-unit"},
    {"CollectionTimestamp_Fraction", "payload",
     R"({"collection_timestamp": 1607432950.5, "internalHostname": "a", )" + metric + "}", "warning:fractional-time"},
    {"CollectionTimestamp_Absent", "payload", R"({"internalHostname": "a", )" + metric + "}",
     "warning:missing-collection-timestamp"},
    {"InternalHostname_Absent", "payload", R"({"collection_timestamp": 1607432950, )" + metric + "}",
     "error:missing-field"},
    {"InternalHostname_Number", "payload",
     R"({"collection_timestamp": 1607432950, "internalHostname": 7, )" + metric + "}", "error:wrong-type"},
    {"InternalHostname_Empty", "host-name", R"("")", "warning:malformed-hostname"},
    {"InternalHostname_WhiteSpace", "host-name", R"("web 01")", "warning:malformed-hostname"},
    {"InternalHostname_Url", "host-name", R"("https://web01")", "warning:malformed-hostname"},
    {"Events_List", "payload", payload("\"events\": []"), "error:wrong-type"},
    {"Events_Null", "payload", payload("\"events\": null"), "error:wrong-type"},
    {"Metrics_Object", "metrics", "{}", "error:wrong-type"},
    {"ServiceChecks_Object", "payload", payload("\"service_checks\": {}"), "error:wrong-type"},
    {"Topologies_Object", "payload", payload("\"topologies\": {}"), "error:wrong-type"},
    {"Health_Object", "payload", payload("\"health\": {}"), "error:wrong-type"},
    {"ApiKey_NotEmpty", "payload", payload("\"apiKey\": \"a1\""), "warning:leaked-secret"},
    {"ApiKey_Empty", "payload", payload("\"apiKey\": \"\""), ""},
    {"AgentFields", "payload", payload("\"agentVersion\": \"1\", \"cpuIdle\": 1, \"system.load.1\": 1"),
     "info:agent-field info:agent-field info:agent-field"},
    {"Other", "payload", payload("\"colour\": 1"), "warning:unknown-field"},
    {"Other_Misspelt", "payload", payload("\"topology\": [], \"event\": {}"),
     "warning:unknown-field warning:unknown-field"},
    {"NothingInIt", "payload",
     R"({"collection_timestamp": 1607432950, "internalHostname": "a", "events": {}, "metrics": []})",
     "info:empty-payload"},
};

const Verdict events[] = {
    {"Name_Prefix", "event-name", R"("hostname.up")", "error:forbidden-event-name"},
    {"Name_OneEvent", "events", R"({"app.x": )" + event(placed) + "}", "error:wrong-type"},
    {"Name_EmptyList", "events", R"({"app.x": []})", "warning:empty-event-list"},
    {"Name_Empty", "events", R"({"": [)" + event(placed) + "]}", "error:out-of-range"},
    {"Title_Absent", "event", R"({"msg_text": "b", "timestamp": 1607432944, "event_type": "AEvent", )" + placed + "}",
     "error:missing-field"},
    {"Title_Null", "event",
     R"({"msg_title": null, "msg_text": "b", "timestamp": 1607432944, "event_type": "AEvent", )" + placed + "}",
     "error:wrong-type"},
    {"Title_Number", "event",
     R"({"msg_title": 7, "msg_text": "b", "timestamp": 1607432944, "event_type": "AEvent", )" + placed + "}",
     "error:wrong-type"},
    {"Title_Blank", "text", R"(" ")", "warning:empty-text"},
    {"Text_Absent", "event", R"({"msg_title": "a", "timestamp": 1607432944, "event_type": "AEvent", )" + placed + "}",
     "error:missing-field"},
    {"Text_Empty", "text", R"("")", "warning:empty-text"},
    {"Timestamp_Absent", "event", R"({"msg_title": "a", "msg_text": "b", "event_type": "AEvent", )" + placed + "}",
     "error:missing-field"},
    {"Timestamp_Text", "epoch-seconds", R"("1607432944")", "error:wrong-type"},
    {"Timestamp_Milliseconds", "epoch-seconds", "1607432944000", "error:wrong-time-unit"},
    {"Timestamp_Microseconds", "epoch-seconds", "1607432944000000", "error:wrong-time-unit"},
    {"Timestamp_Nanoseconds", "epoch-seconds", "1607432944000000000", "error:wrong-time-unit"},
    {"Timestamp_Fraction", "epoch-seconds", "1607432944.5", "warning:fractional-time"},
    {"Timestamp_Zero", "epoch-seconds", "0", "error:out-of-range"},
    {"Timestamp_Negative", "epoch-seconds", "-1", "error:out-of-range"},
    {"Timestamp_Before2000", "epoch-seconds", "946684799", "warning:ancient-time"},
    {"Timestamp_From2000", "epoch-seconds", "946684800", ""},
    {"Timestamp_FutureWithoutClock", "epoch-seconds", "99999999999", ""},
    {"EventType_Absent", "event", R"({"msg_title": "a", "msg_text": "b", "timestamp": 1607432944, )" + placed + "}",
     "warning:untyped-event"},
    {"EventType_Number", "event-type", "7", "error:wrong-type"},
    {"EventType_Empty", "event",
     R"({"msg_title": "a", "msg_text": "b", "timestamp": 1607432944, "event_type": "", )" + placed + "}",
     "warning:untyped-event"},
    {"EventType_NoSuffix", "event-type", R"("Change Request Normal")", "info:event-type-suffix"},
    {"SourceTypeName_Number", "event", event("\"source_type_name\": 7, " + placed), "error:wrong-type"},
    {"Context_Absent", "event",
     R"({"msg_title": "a", "msg_text": "b", "timestamp": 1607432944, "event_type": "AEvent"})", "info:log-only-event"},
    {"Context_Null", "event", event("\"context\": null"), "error:wrong-type"},
    {"Context_Empty", "event", event("\"context\": {}"),
     "error:missing-field warning:unbound-event error:missing-field"},
    {"AgentFields", "event",
     event(R"("host": "a", "priority": "low", "alert_type": "info", "aggregation_key": "x", )" + placed),
     "info:agent-field info:agent-field info:agent-field info:agent-field"},
    {"ApiKey", "event", event("\"api_key\": \"a1\", " + placed), "warning:leaked-secret"},
    {"Other", "event", event("\"colour\": 1, " + placed), "warning:unknown-field"},
    {"Other_OtherName", "event",
     R"({"title": "a", "msgText": "b", "ts": 1607432944, "eventType": "AEvent", )" + placed + "}",
     "error:missing-field error:missing-field error:missing-field warning:unknown-field"},
};

const Verdict contexts[] = {
    {"Category_Absent", "context", R"({"source": "x", "element_identifiers": ["a"]})", "error:missing-field"},
    {"Category_Number", "category", "7", "error:wrong-type"},
    {"Category_LetterCase", "category", R"("changes")", "error:unknown-category"},
    {"Category_Singular", "category", R"("Alert")", "error:unknown-category"},
    {"Category_Deployments", "category", R"("Deployments")", "warning:later-category"},
    {"Category_Other", "category", R"("my_category")", "error:unknown-category"},
    {"Identifiers_Absent", "context", R"({"category": "Changes", "source": "x"})", "warning:unbound-event"},
    {"Identifiers_Empty", "context", R"({"category": "Changes", "source": "x", "element_identifiers": []})",
     "warning:unbound-event"},
    {"Identifiers_Text", "element-identifiers", R"("a")", "error:wrong-type"},
    {"Identifiers_Null", "element-identifiers", "null", "error:wrong-type"},
    {"Identifiers_NumberItem", "element-identifiers", "[7]", "error:wrong-type"},
    {"Identifiers_EmptyItem", "element-identifiers", R"([""])", "error:out-of-range"},
    {"Identifiers_Duplicates", "element-identifiers", R"(["a", "a"])", "warning:duplicate-identifier"},
    {"Source_Absent", "context", R"({"category": "Changes", "element_identifiers": ["a"]})", "error:missing-field"},
    {"Source_Empty", "context", R"({"category": "Changes", "source": "", "element_identifiers": ["a"]})",
     "warning:empty-text"},
    {"Data_List", "data", "[]", "error:wrong-type"},
    {"Data_Text", "data", R"("a")", "error:wrong-type"},
    {"Data_Number", "data", "7", "error:wrong-type"},
    {"Data_Null", "data", "null", "warning:null-data"},
    {"Data_MixedLists", "data", R"({"a": [1, "b", null]})", ""},
    {"SourceIdentifier_Number", "context", context("\"source_identifier\": 7"), "error:wrong-type"},
    {"SourceIdentifier_OtherName", "context", context("\"source_id\": \"7\""), "warning:unknown-field"},
    {"SourceIdentifier_CamelCase", "context", context("\"sourceIdentifier\": \"7\""), "warning:unknown-field"},
    {"SourceLinks_Object", "context", context("\"source_links\": {}"), "error:wrong-type"},
    {"SourceLinks_Null", "context", context("\"source_links\": null"), "error:wrong-type"},
    {"SourceLinks_TextItem", "context", context("\"source_links\": [\"a: https://a.example\"]"), "error:wrong-type"},
    {"SourceLinks_NoTitle", "context", link(R"("url": "https://a.example")"), "error:missing-field"},
    {"SourceLinks_NoUrl", "context", link(R"("title": "a")"), "error:missing-field"},
    {"SourceLinks_NumberTitle", "context", link(R"("title": 7, "url": "https://a.example")"), "error:wrong-type"},
    {"SourceLinks_Relative", "context", link(R"("title": "a", "url": "link_url")"), "warning:relative-url"},
    {"SourceLinks_Script", "context", link(R"("title": "a", "url": "javascript:x")"), "warning:script-url"},
    {"SourceLinks_Data", "context", link(R"("title": "a", "url": "data:text/html,x")"), "warning:script-url"},
    {"SourceLinks_Credentials", "context", link(R"("title": "a", "url": "https://u:p@a.example")"),
     "warning:leaked-secret"},
    {"SourceLinks_OtherNames", "context", link(R"("name": "a", "href": "https://a.example")"),
     "error:missing-field error:missing-field"},
    {"Other", "context", context("\"colour\": 1"), "warning:unknown-field"},
};

const Verdict tags[] = {
    {"Object", "tags", R"({"a": "b"})", "error:wrong-type"},
    {"Text", "tags", R"("a:b")", "error:wrong-type"},
    {"NumberItem", "tags", "[7]", "error:wrong-type"},
    {"NoColon", "tag", R"("my")", "warning:malformed-tag"},
    {"EmptyKey", "tag", R"(":a")", "warning:malformed-tag"},
    {"EmptyValue", "tag", R"("category:")", "warning:malformed-tag"},
    {"Space", "tag", R"("status: changed")", "info:padded-tag"},
    {"Long", "tag", "\"a:" + std::string(199, 'x') + '"', "warning:long-tag"},
    {"NotLong", "tag", "\"a:" + std::string(198, 'x') + '"', ""},
    {"OtherCharacters", "tag", R"("_A b!:C*d")", ""},
    {"Duplicates", "tags", R"(["a:b", "a:b"])", "warning:duplicate-tag"},
    {"SameKey", "tags", R"(["a:b", "a:c"])", "info:repeated-tag-key"},
};

const Verdict identifiers[] = {
    {"Malformed", "element-identifier", R"("urn:host")", "warning:malformed-urn"},
    {"MalformedInCapitals", "element-identifier", R"("URN:host:/a b")", "warning:malformed-urn"},
    {"LetterCaseIsFree", "element-identifier", R"("urn:health:sourceId:streamId")", ""},
    {"NoUrn", "element-identifier", R"("my component")", ""},
    {"Padded", "element-identifier", R"(" a")", "warning:padded-identifier"},
    {"EmptySegment", "element-identifier", R"("urn:kubernetes:/:node/x")", "info:incomplete-urn"},
};

class Recommended : public testing::TestWithParam<Verdict> {};

TEST_P(Recommended, IsWhatIsFound) { EXPECT_EQ(test::found_in(GetParam()), GetParam().findings); }

const auto by_name = [](const auto &tested) { return tested.param.name; };
INSTANTIATE_TEST_SUITE_P(Section2, Recommended, testing::ValuesIn(envelope), by_name);
INSTANTIATE_TEST_SUITE_P(Section31And32, Recommended, testing::ValuesIn(events), by_name);
INSTANTIATE_TEST_SUITE_P(Section33, Recommended, testing::ValuesIn(contexts), by_name);
INSTANTIATE_TEST_SUITE_P(Section34, Recommended, testing::ValuesIn(tags), by_name);
INSTANTIATE_TEST_SUITE_P(Section35, Recommended, testing::ValuesIn(identifiers), by_name);

TEST(RecommendedClock, FutureNeedsOne) {
  Linter linter({.now = 1607432944});
  const std::string text =
      R"({"msg_title": "a", "msg_text": "b", "event_type": "AEvent", "timestamp": 1607519345, )" + placed + "}";
  const auto findings = linter.lint(text, "event");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule->id, "future-event");
}

} // namespace
} // namespace stslint
