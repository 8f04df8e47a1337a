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

/// Whatever the certifier says, and also where the text is mended.
TEST(Linter, SettingsSayTheUnitOfTimesFromTextToText) {
  const std::string seconds =
      R"({"collection_timestamp": 1607432950, "internalHostname": "a", "metrics": [["m", 1607432944, 1, {"hostname": "a", "type": "gauge"}]]})";
  std::string milliseconds = seconds;
  milliseconds.replace(milliseconds.find("50,"), 2, "50000");
  milliseconds.replace(milliseconds.find("44,"), 2, "44000");
  for (const bool certifier : {true, false}) {
    Linter linter;
    linter.allow_certifier(certifier);
    const auto wrong = [&](TimeFormat times, std::string text) {
      linter.settings().time_format = times;
      const auto count = [&] {
        return std::ranges::count(linter.lint(text), "wrong-time-unit", [](const Finding &f) { return f.rule->id; });
      };
      const auto whole = count();
      text.erase(text.find("}]]"), 1); // the bracket is missed, not the times
      EXPECT_EQ(count(), whole) << text;
      return whole;
    };
    for (int turn = 0; turn < 2; ++turn) {
      EXPECT_EQ(wrong(TimeFormat::s, seconds), 0);
      EXPECT_EQ(wrong(TimeFormat::ms, seconds), 2);
      EXPECT_EQ(wrong(TimeFormat::ms, milliseconds), 0);
      EXPECT_EQ(wrong(TimeFormat::s, milliseconds), 2);
    }
  }
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

/// What a rule compares with may be broken itself, and be spoken of before the words are made.
TEST(Linter, DescribesAFindingWhoseOtherHalfIsBrokenToo) {
  Linter linter;
  const std::string_view text = R"({"checkpoint": {"offset": 5}, "previous_checkpoint": {"offset": 9007199254740993}})";
  for (const Finding &finding : linter.lint(text, "increment"))
    EXPECT_FALSE(linter.describe(finding).words.message.empty());
}

} // namespace
} // namespace stslint
