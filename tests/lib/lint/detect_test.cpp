#include "lib/lint/detect.hpp"
#include "stslint/lint.hpp"

#include <gtest/gtest.h>

#include <string>

namespace stslint {
namespace {

TEST(Detect, TellsFormsByTheirKeys) {
  const auto form = [](std::string_view text) {
    Document document;
    document.parse(text);
    const Detection d = detect(document);
    return std::string(d.form) + (d.payload ? "" : "?");
  };
  EXPECT_EQ(form(R"({"internalHostname": "a", "events": {}})"), "payload");
  EXPECT_EQ(form(R"({"internal_hostname": "a", "Events": {}})"), "payload");
  EXPECT_EQ(form(R"({"events": {}})"), "payload?");
  EXPECT_EQ(form(R"({"msg_title": "a", "msg_text": "b", "timestamp": 1})"), "event");
  EXPECT_EQ(form(R"({"app.x": [{"msg_title": "a", "msg_text": "b"}]})"), "events");
  EXPECT_EQ(form(R"({"app.x": []})"), "payload?");
  EXPECT_EQ(form(R"({"name": "stslint", "version": "1"})"), "payload?");
  EXPECT_EQ(form(R"({"compilerOptions": {"types": ["node"]}})"), "payload?");
  EXPECT_EQ(form("[]"), "payload?");
  EXPECT_EQ(
      form(
          R"({"collection_timestamp": 1, "internalHostname": "a", "msg_title": "a", "msg_text": "b", "timestamp": 1})"),
      "payload");
  EXPECT_EQ(form(R"({"title": "a", "text": "b", "timestamp": 1})"), "event?");
  EXPECT_EQ(form(R"([{"msg_title": "a", "msg_text": "b", "timestamp": 1}])"), "event-list");
  EXPECT_EQ(form(R"([{"name": "a"}, 1])"), "payload?");
  EXPECT_EQ(form(""), "payload?");
  EXPECT_EQ(form(R"({"timestamp": 1, "msg_title": "a", "msg_text": "b", "host": "h"})"), "event");
  EXPECT_EQ(form(R"(["app.load", 1607432944, 0.5, {"hostname": "a", "type": "gauge"}])"), "metric");
  EXPECT_EQ(form(R"([["app.load", 1607432944, 0.5, {"hostname": "a", "type": "gauge"}]])"), "metrics");
  EXPECT_EQ(form(R"({"instance": {"type": "a", "url": "b"}, "components": [{"externalId": "a"}], "relations": []})"),
            "topology");
  EXPECT_EQ(form(R"({"externalId": "a", "type": {"name": "host"}, "data": {}})"), "component");
  EXPECT_EQ(form(R"([{"externalId": "a", "type": {"name": "host"}}])"), "components");
  EXPECT_EQ(form(R"({"externalId": "a", "sourceId": "b", "targetId": "c", "type": {"name": "uses"}})"), "relation");
  EXPECT_EQ(form(R"([{"externalId": "a", "sourceId": "b", "targetId": "c", "type": {"name": "uses"}}])"), "relations");
  EXPECT_EQ(form(R"({"checkStateId": "a", "health": "Clear", "name": "b"})"), "check-state");
  EXPECT_EQ(form(R"([{"checkStateId": "a", "health": "Clear", "name": "b"}])"), "check-states");
  EXPECT_EQ(form(R"({"check": "a", "hostname": "b", "status": 0, "timestamp": 1})"), "service-check?");
  EXPECT_EQ(form(R"({"title": "a", "text": "b", "date_happened": 1607432944})"), "event?");
}

TEST(Detect, KnowsTheBodiesOfOthers) {
  for (const char *body :
       {R"({"series": [{"metric": "a", "points": [[1607432944, 1]], "tags": ["a:b"], "host": "h"}]})",
        R"([{"check": "app.ok", "host_name": "web01", "timestamp": 1607432944, "status": 0}])",
        R"({"check": "app.ok", "host_name": "web01", "timestamp": 1607432944, "status": 0})",
        R"({"instance_key": {}, "components": [], "relations": []})",
        R"({"components": [{"id": "a", "type": "host", "data": {}}], "relations": []})",
        R"({"components": [], "relations": [{"source_id": "a", "target_id": "b", "type": "uses"}]})",
        R"({"collectionTimestamp": 1, "topologyStreamRemove": {}})", R"({"resourceSpans": []})",
        R"({"resourceMetrics": [{}]})", R"({"resourceLogs": [{}]})",
        R"({"apiVersion": "v1", "kind": "Event", "involvedObject": {}, "reason": "Killing", "message": "x"})",
        R"({"apiVersion": "v1", "kind": "List", "items": [{"involvedObject": {}, "reason": "Killing"}]})",
        R"([{"specversion": "1.0", "id": "1", "source": "/a", "type": "b", "data": {}}])",
        R"({"receiver": "a", "status": "firing", "alerts": [], "groupLabels": {}, "version": "4"})"}) {
    Document document;
    document.parse(body);
    const Detection detection = detect(document);
    EXPECT_TRUE(detection.other_body) << body;
    EXPECT_FALSE(detection.payload) << body;
    Linter linter;
    const auto findings = linter.lint(body);
    ASSERT_EQ(findings.size(), 1u) << body;
    EXPECT_EQ(findings[0].rule->id, "wrong-endpoint");
  }
  for (const char *none :
       {R"({"internalHostname": "a", "events": {}, "resourceSpans": []})", R"({"check": "a", "status": 0})",
        R"({"items": []})", R"({"components": [{"externalId": "a", "type": {"name": "b"}}], "relations": []})",
        R"({"alerts": []})", "[]", "[[[]]]"}) {
    Document document;
    document.parse(none);
    EXPECT_FALSE(detect(document).other_body) << none;
  }
}

TEST(Detect, SaysWhy) {
  const auto why = [](std::string_view text) {
    Document document;
    document.parse(text);
    std::string reason;
    detect(document, standard_contract(), &reason);
    return reason;
  };
  EXPECT_EQ(why(R"({"internalHostname": "a", "events": {}})"), "a payload: its keys occur only in payloads");
  EXPECT_EQ(why(R"({"msg_title": "a", "msg_text": "b", "tags": 1})"),
            "read as event: \"msg_title\" +3, \"msg_text\" +3, \"tags\" of another kind -2; 4 in all, 4 are enough");
  EXPECT_EQ(why(R"({"text": "a", "scripts": {}, "title": "b"})"), "no payload: \"scripts\" is a key of other formats");
  EXPECT_EQ(why("[1, 2]"), "no payload: fewer than two keys of a payload");
  EXPECT_EQ(why(R"({"sourceId": "a", "targetId": "b"})"),
            "no payload, most like relation: half of what is required is not there");
}

/// Files that have nothing to do with StackState.
TEST(Detect, TakesNoStrangerForAPayload) {
  const auto is_payload = [](std::string_view text) {
    Document document;
    document.parse(text);
    return detect(document).payload;
  };
  for (const char *stranger :
       {R"(["one", "two", "three"])", R"([["8140", "丂", 5], ["8180", "亐"]])", R"([["", "", 0], ["a", "", 1]])",
        R"([[1607432944, 1], [1607432945, 2]])",
        R"({"metrics": {"enabled": true, "port": 9090}, "health": {"path": "/"}})",
        R"({"name": "a", "version": "1", "scripts": {"test": "x"}, "dependencies": {}})",
        R"({"apiVersion": "v1", "kind": "Event", "type": "Warning", "message": "x", "source": {}})",
        R"({"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"msg_title": {}, "msg_text": {}}})",
        R"({"title": "a", "description": "b", "name": "c", "labels": {}, "id": 1, "tags": ["x"]})",
        R"({"events": {"push": ["main"]}, "tags": ["a"], "data": {}})",
        R"({"health": [], "metrics": [], "events": []})",
        R"({"id": "1", "sourceId": "a", "targetId": "b", "label": "c", "type": "edge"})",
        R"([{"event_type": "push", "timestamp": 1607432944, "data": {}, "tags": ["a"]}])",
        R"({"externalId": "1", "data": {"a": 1}, "labels": ["x"]})",
        R"({"type": "FeatureCollection", "features": [{"type": "Feature", "data": {}}]})"})
    EXPECT_FALSE(is_payload(stranger)) << stranger;
}

/// Before its structure is mended, a text can only be asked for its words.
TEST(Detect, ABrokenTextMayBecomeAPayloadByItsNames) {
  for (const std::string_view text :
       {R"({"internalHostname": "a")", "{internal-hostname: 'a'", R"({"msg_title" "a"})", R"({"hostName": "a")",
        R"({"events: [{}])", R"({"topology": [)", R"({"metrics" [[)", R"([["a", 1607432944, 1, {"hostname": "b"}])"})
    EXPECT_TRUE(may_become_payload(text)) << text;
  for (const std::string_view text : {"", "{", "[section]", R"({"name": "a", "type": "b")", R"({"revents": [)",
                                      R"({"event5": [)", R"({"apiKey": "a")", R"([["a", 16074329, 1, {"type": "b"}])"})
    EXPECT_FALSE(may_become_payload(text)) << text;
}

} // namespace
} // namespace stslint
