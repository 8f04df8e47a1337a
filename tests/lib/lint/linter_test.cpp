// The library as a program uses it.
#include "support/files.hpp"

#include "stslint/error.hpp"
#include "stslint/lint.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stslint {
namespace {

constexpr std::string_view payload =
    R"({"collection_timestamp": 1607432950, "internalHostname": "a", "events": {"app.x": [
  {"msg_title": "t", "msg_text": "x", "event_type": "Event", "timestamp": 1607432944000, "tags": ["a", "b"],
   "context": {"category": "Others", "source": "x", "element_identifiers": ["urn:host:/a"]}}]}})";

TEST(Linter, DescribesWhereAndWhat) {
  Linter linter;
  const auto findings = linter.lint(payload);
  ASSERT_EQ(findings.size(), 3u);
  const Description d = linter.describe(findings[0]);
  EXPECT_EQ(d.pointer, "/events/app.x/0/timestamp");
  EXPECT_EQ(d.start.line, 2u);
  EXPECT_EQ(d.start.column, 75u);
  EXPECT_EQ(d.end.column, 88u);
  EXPECT_EQ(d.event->name, "app.x");
  EXPECT_EQ(d.event->index, 0u);
  EXPECT_EQ(d.words.suggestion, "1607432944");
  EXPECT_EQ(edited("timestamp", {{0, 4, ""}, {9, 0, "!"}}), "stamp!");
  EXPECT_EQ(linter.describe(findings[2]).pointer, "/events/app.x/0/tags/1");
  EXPECT_EQ(linter.events(), 1u);
}

TEST(Linter, ReadsTheFormAskedFor) {
  Linter linter;
  const auto last = [&](std::string_view form) { return linter.lint(R"({"app.x": []})", form).back().rule->id; };
  EXPECT_EQ(last("events"), "empty-event-list");
  EXPECT_EQ(last("payload"), "unknown-field");
  EXPECT_THROW(linter.lint("{}", "no such form"), Error);
}

TEST(Linter, TheClockIsHandedIn) {
  const auto stale = [](Settings settings) {
    Linter linter(settings);
    const auto findings = linter.lint(R"({"msg_title": "t", "msg_text": "x", "timestamp": 1000})", "event");
    return std::ranges::count(findings, "stale-event", [](const Finding &f) { return f.rule->id; });
  };
  EXPECT_EQ(stale({}), 0);
  EXPECT_EQ(stale({.now = 1000000000}), 0);
  EXPECT_EQ(stale({.max_age = 10}), 0);
  EXPECT_EQ(stale({.now = 1011, .max_age = 10}), 1);
  EXPECT_EQ(stale({.now = 1010, .max_age = 10}), 0);
}

TEST(Linter, FindingsStandInTheOrderOfTheText) {
  Linter linter;
  const auto findings = linter.lint(R"({"b": 1, "events": {"host": 1, "title": [1]}, "a": 2})");
  EXPECT_TRUE(std::ranges::is_sorted(findings, {}, &Finding::offset));
  EXPECT_GE(findings.size(), 7u);
}

TEST(Linter, ManyMistakesCostTimeLinearInTheText) {
  std::string text = R"({"internalHostname": "a", "events": {"app.x": [{})";
  for (int i = 0; i < 20000; ++i)
    text += R"(,{"msg_title": 1, "timestamp": "x"})";
  text += "]}}";
  Linter linter;
  std::size_t length = 0;
  for (const Finding &finding : linter.lint(text))
    length += linter.describe(finding).words.message.size();
  EXPECT_GT(length, 2000000u);
}

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
        R"({"type": "FeatureCollection", "features": [{"type": "Feature", "data": {}}]})"})
    EXPECT_FALSE(is_payload(stranger)) << stranger;
}

/// What a rule compares with may be broken itself, and be spoken of before the words are made.
TEST(Linter, DescribesAFindingWhoseOtherHalfIsBrokenToo) {
  Linter linter;
  const std::string_view text = R"({"checkpoint": {"offset": 5}, "previous_checkpoint": {"offset": 9007199254740993}})";
  for (const Finding &finding : linter.lint(text, "increment"))
    EXPECT_FALSE(linter.describe(finding).words.message.empty());
}

} // namespace
} // namespace stslint
