#include "report/fingerprints.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

/// The fingerprints of the findings in an event list that break one rule.
std::vector<std::string> fingerprints(std::string_view text, std::string_view rule, std::string_view form = "events",
                                      std::string_view file = "a.json") {
  Linter linter;
  Fingerprints fingerprints;
  std::vector<std::string> found;
  std::vector<Reported> none;
  const Record record{text};
  for (const Finding &finding : linter.lint(text, form))
    if (finding.rule->id == rule)
      found.push_back(fingerprints.of({file, record, linter, none}, finding, linter.describe(finding).pointer));
  return found;
}

constexpr std::string_view event = R"({"app.a": [{"msg_title": "t", "msg_text": 7, "timestamp": 1}]})";

TEST(Fingerprints, StayWhenLinesAndItemsMove) {
  const auto before = fingerprints(event, "wrong-type");
  ASSERT_EQ(before.size(), 1u);
  EXPECT_EQ(
      fingerprints("\n\n{\"app.a\": [\n{\"msg_title\": \"t\", \"msg_text\":\n 7, \"timestamp\": 1}]}", "wrong-type"),
      before);
  EXPECT_EQ(fingerprints(R"({"app.a": [{}, {"msg_title": "t", "msg_text": 7, "timestamp": 1}]})", "wrong-type"),
            before);
}

TEST(Fingerprints, DifferWithFileRulePlaceAndValue) {
  const auto here = fingerprints(event, "wrong-type");
  EXPECT_NE(fingerprints(event, "wrong-type", "events", "b.json"), here);
  EXPECT_NE(fingerprints(R"({"app.a": [{"msg_title": "t", "msg_text": 8, "timestamp": 1}]})", "wrong-type"), here);
  EXPECT_NE(fingerprints(R"({"app.b": [{"msg_title": "t", "msg_text": 7, "timestamp": 1}]})", "wrong-type"), here);
  EXPECT_NE(fingerprints(event, "untyped-event"), here);
}

TEST(Fingerprints, OfEqualFindingsAreCounted) {
  const auto all = fingerprints(R"({"app.a": [{"msg_text": 7}, {"msg_text": 7}, {"msg_text": 7}]})", "wrong-type");
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[1], all[0] + "-2");
  EXPECT_EQ(all[2], all[0] + "-3");
}

/// Two members missing from one object are two things to mend.
TEST(Fingerprints, KnowWhichMemberIsMissing) {
  const auto both = fingerprints(R"({"app.a": [{"timestamp": 1}]})", "missing-field");
  ASSERT_EQ(both.size(), 2u);
  const auto one = fingerprints(R"({"app.a": [{"msg_title": "t", "timestamp": 1}]})", "missing-field");
  ASSERT_EQ(one.size(), 1u);
  EXPECT_TRUE(one[0] == both[0] || one[0] == both[1]);
  EXPECT_NE(both[1], both[0] + "-2");
}

/// A short secret could be guessed from its hash.
TEST(Fingerprints, DoNotDependOnSecrets) {
  const auto one = fingerprints(R"({"app.a": [{"msg_text": "api_key=aaaaaaaa"}]})", "leaked-secret");
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(fingerprints(R"({"app.a": [{"msg_text": "api_key=bbbbbbbb"}]})", "leaked-secret"), one);
}

} // namespace
} // namespace stslint
