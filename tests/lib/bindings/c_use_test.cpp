// The C interface in right and in wrong use: no call crashes, and each error says what to do.
#include "stslint/stslint.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace stslint {
namespace {

const std::string bad = R"({"collection_timestamp": 1607432950, "internalHostname": 7, "events": {}})";

class CUse : public testing::Test {
protected:
  CUse() { EXPECT_EQ(stslint_linter_new(nullptr, &linter), STSLINT_OK); }
  ~CUse() override { stslint_linter_free(linter); }

  stslint_linter *linter = nullptr;
  std::size_t count = 0;
  stslint_text text{};
};

/// The rules of the findings in a text.
std::string rules_of(stslint_linter *linter, const std::string &bytes) {
  std::size_t count = 0;
  EXPECT_EQ(stslint_lint(linter, bytes.data(), bytes.size(), nullptr, &count), STSLINT_OK) << stslint_error();
  std::string rules;
  for (std::size_t i = 0; i < count; ++i) {
    stslint_finding finding{.size = sizeof finding};
    EXPECT_EQ(stslint_describe(linter, i, &finding), STSLINT_OK);
    rules += std::string(i > 0 ? " " : "") + finding.rule.data;
  }
  return rules;
}

std::string rules_with(const stslint_options &options, const std::string &bytes) {
  stslint_linter *linter = nullptr;
  EXPECT_EQ(stslint_linter_new(&options, &linter), STSLINT_OK) << stslint_error();
  std::string rules = rules_of(linter, bytes);
  stslint_linter_free(linter);
  return rules;
}

TEST_F(CUse, NullIsAnError) {
  EXPECT_EQ(stslint_linter_new(nullptr, nullptr), STSLINT_WRONG_USE);
  EXPECT_STREQ(stslint_error(), "linter is NULL");
  EXPECT_EQ(stslint_lint(nullptr, "", 0, nullptr, &count), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_lint(linter, nullptr, 1, nullptr, &count), STSLINT_WRONG_USE);
  EXPECT_STREQ(stslint_error(), "the text is NULL");
  EXPECT_EQ(stslint_lint(linter, "", 0, nullptr, nullptr), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_describe(linter, 0, nullptr), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_report(linter, nullptr, nullptr), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_fix(linter, "", 0, nullptr, 0, nullptr, &count), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_explain(nullptr, nullptr, &text), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_schema(nullptr, nullptr, &text), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_generator_new(0, nullptr, nullptr), STSLINT_WRONG_USE);
  EXPECT_EQ(stslint_generate(nullptr, 0, &text, &text), STSLINT_WRONG_USE);
  stslint_linter_free(nullptr);
  stslint_generator_free(nullptr);
}

TEST_F(CUse, AnEmptyTextMayBeNull) {
  EXPECT_EQ(stslint_lint(linter, nullptr, 0, nullptr, &count), STSLINT_OK);
  EXPECT_EQ(count, 1u);
}

TEST_F(CUse, WrongWordsAreNamed) {
  EXPECT_EQ(stslint_lint(linter, "", 0, "evnt", &count), STSLINT_WRONG_USE);
  EXPECT_STREQ(stslint_error(), "form: unknown value \"evnt\"; did you mean event?");
  EXPECT_EQ(stslint_explain(linter, "unknown-catgory", &text), STSLINT_WRONG_USE);
  EXPECT_STREQ(stslint_error(), "rule: unknown rule \"unknown-catgory\"; did you mean unknown-category?");
  EXPECT_EQ(stslint_schema(linter, "evnt", &text), STSLINT_WRONG_USE);
  const stslint_options times{.size = sizeof times, .time_format = "us"};
  stslint_linter *made = linter;
  EXPECT_EQ(stslint_linter_new(&times, &made), STSLINT_WRONG_USE);
  EXPECT_EQ(made, nullptr);
  EXPECT_STREQ(stslint_error(), "time_format: unknown value \"us\"; use \"s\" or \"ms\"");
  const stslint_options schema{.size = sizeof schema, .schema = "{", .schema_size = 1};
  EXPECT_EQ(stslint_linter_new(&schema, &made), STSLINT_WRONG_USE);
  const stslint_generator_options kind{.size = sizeof kind, .part = nullptr, .kind = "good"};
  stslint_generator *generator = nullptr;
  EXPECT_EQ(stslint_generator_new(0, &kind, &generator), STSLINT_WRONG_USE);
  EXPECT_EQ(generator, nullptr);
}

TEST_F(CUse, FindingsAreThoseOfTheLastText) {
  stslint_finding finding{.size = sizeof finding};
  EXPECT_EQ(stslint_report(linter, nullptr, &text), STSLINT_WRONG_USE);
  EXPECT_STREQ(stslint_error(), "no text was linted; call stslint_lint before");
  EXPECT_EQ(rules_of(linter, bad), "wrong-type");
  EXPECT_EQ(stslint_describe(linter, 0, &finding), STSLINT_OK);
  EXPECT_EQ(std::string(finding.frame.data + finding.frame_mark, finding.frame_mark_size), "7");
  EXPECT_EQ(stslint_describe(linter, 1, &finding), STSLINT_WRONG_USE);
  EXPECT_STREQ(stslint_error(), "there is no finding number 1; the last text has 1");
  EXPECT_EQ(stslint_fix(linter, bad.data(), bad.size(), nullptr, 1, &text, &count), STSLINT_OK);
  EXPECT_EQ(stslint_describe(linter, 0, &finding), STSLINT_WRONG_USE);
}

/// The library keeps a text of its own.
TEST_F(CUse, TheTextOfTheCallerMayChange) {
  std::string bytes = bad;
  EXPECT_EQ(stslint_lint(linter, bytes.data(), bytes.size(), nullptr, &count), STSLINT_OK);
  bytes.assign(bytes.size(), 'x');
  EXPECT_EQ(stslint_report(linter, nullptr, &text), STSLINT_OK);
  EXPECT_NE(std::string_view(text.data).find("internalHostname is the number 7"), std::string_view::npos);
}

TEST_F(CUse, OptionsHaveEffect) {
  const std::string event = R"({"msg_title": "t", "msg_text": "t", "event_type": "DeploymentEvent",
    "context": {"category": "Changes", "element_identifiers": ["urn:host:/a"], "source": "a"}, "timestamp": )";
  const std::string old = event + "1607432944}", in_ms = event + "1607432944000}";
  const auto options = [](auto set) {
    stslint_options made{.size = sizeof made};
    set(made);
    return made;
  };
  const stslint_options none = options([](auto &) {});
  EXPECT_EQ(rules_with(none, old), "");
  EXPECT_EQ(rules_with(options([](auto &o) { o.now = 1607442944, o.max_age = 60; }), old), "stale-event");
  EXPECT_EQ(rules_with(none, in_ms), "wrong-time-unit");
  EXPECT_EQ(rules_with(options([](auto &o) { o.time_format = "ms"; }), in_ms), "");
  const char *const ignored = "wrong-time-unit";
  EXPECT_EQ(rules_with(options([&](auto &o) { o.ignore = &ignored, o.ignore_count = 1; }), in_ms), "");
  EXPECT_EQ(rules_with(options([](auto &o) { o.schema = R"({"required": ["a"]})", o.schema_size = 19; }), old),
            "foreign-violation");
  const std::string commented = old + "// a comment";
  EXPECT_EQ(rules_with(none, commented), "invalid-json");
  EXPECT_EQ(rules_with(options([](auto &o) { o.comments = 1; }), commented), "");
  std::string later = old;
  later.replace(later.find("Changes"), 7, "Deployments");
  EXPECT_EQ(rules_with(none, later), "later-category");
  EXPECT_EQ(rules_with(options([](auto &o) { o.stackstate = "5.2"; }), later), "");
}

/// A library may be older or newer than the header of its caller.
TEST_F(CUse, StructsMayBeOfAnotherVersion) {
  struct {
    stslint_options known;
    std::size_t added;
  } newer{{.size = sizeof newer}, 0};
  stslint_linter *made = nullptr;
  EXPECT_EQ(stslint_linter_new(&newer.known, &made), STSLINT_OK);
  stslint_linter_free(made);
  newer.added = 1;
  EXPECT_EQ(stslint_linter_new(&newer.known, &made), STSLINT_WRONG_USE);
  newer.known.size = 0;
  EXPECT_EQ(stslint_linter_new(&newer.known, &made), STSLINT_WRONG_USE);

  rules_of(linter, bad);
  stslint_finding older;
  std::memset(static_cast<void *>(&older), 0x55, sizeof older);
  older.size = offsetof(stslint_finding, pointer);
  EXPECT_EQ(stslint_describe(linter, 0, &older), STSLINT_OK);
  EXPECT_STREQ(older.rule.data, "wrong-type");
  EXPECT_EQ(older.line, 0x5555555555555555u) << "it wrote behind the struct";
  older.size = 0;
  EXPECT_EQ(stslint_describe(linter, 0, &older), STSLINT_WRONG_USE);
}

TEST(CThreads, HandlesAreIndependent) {
  std::vector<std::thread> threads;
  std::array<std::string, 4> found;
  for (std::string &rules : found)
    threads.emplace_back([&rules] {
      for (int i = 0; i < 200; ++i)
        rules = rules_with({.size = sizeof(stslint_options)}, bad);
      std::size_t count = 0;
      EXPECT_EQ(stslint_lint(nullptr, rules.data(), 0, nullptr, &count), STSLINT_WRONG_USE);
      EXPECT_STREQ(stslint_error(), "linter is NULL");
    });
  for (std::thread &thread : threads)
    thread.join();
  for (const std::string &rules : found)
    EXPECT_EQ(rules, "wrong-type");
}

TEST(CStreams, AMessageOutOfOrderIsFound) {
  const std::string stop = R"({"collection_timestamp": 1607432950, "internalHostname": "a", "topologies": [
    {"instance": {"type": "a", "url": "b"}, "stop_snapshot": true, "components": [], "relations": []}]})";
  EXPECT_EQ(rules_with({.size = sizeof(stslint_options)}, stop).find("stop-without-start"), std::string::npos);
  EXPECT_NE(rules_with({.size = sizeof(stslint_options), .stream = 1}, stop).find("stop-without-start"),
            std::string::npos);
}

} // namespace
} // namespace stslint
