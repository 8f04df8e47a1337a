#include "network/prober/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stslint::prober {
namespace {

TEST(Catalogue, HasEveryClassAndEveryOperation) {
  Generator generator(1);
  Oracle oracle;
  const std::vector<Probe> all = catalogue(generator, oracle);
  for (const CaseClass &kind : case_classes()) {
    EXPECT_TRUE(std::ranges::any_of(all, [&](const Probe &probe) { return probe.what.starts_with(kind.name); }))
        << kind.name;
    for (const std::string_view operator_id : generator.operators(kind.name)) {
      const std::string what = std::string(kind.name) + (operator_id.empty() ? "" : " ") + std::string(operator_id);
      EXPECT_NE(std::ranges::find(all, what, &Probe::what), all.end()) << what;
    }
  }
}

TEST(Catalogue, OfRandomDecisionsIsWhatTheyLeadTo) {
  Generator generator(1);
  const std::vector<std::uint8_t> decisions(160, 77);
  EXPECT_EQ(probe_of(generator, decisions).payload, probe_of(generator, decisions).payload);
}

TEST(JudgeOfPayloads, ReadsNoClockAndLeavesDepthToTheReceiver) {
  Oracle oracle;
  EXPECT_EQ(oracle.expectation(R"({"internalHostname": "a"})").expected, Expected::accept);
  EXPECT_EQ(oracle.expectation("{}").expected, Expected::reject);
  const std::string deep = R"({"internalHostname": "a", "x": )" + std::string(600, '[') + std::string(600, ']') + '}';
  EXPECT_EQ(oracle.expectation(deep).expected, Expected::implementation);
}

/// A receiver that refuses what the linter calls an error is strict, but not wrong; one that takes it, neither.
TEST(JudgeOfPayloads, LeavesToTheReceiverWhatItTakesInSpiteOfAnError) {
  const std::string payload =
      R"({"internalHostname": "a", "events": {"a": [{"msg_title": "a", "msg_text": "a", "event_type": "AEvent", )"
      R"("timestamp": 1607432944, "context": {"category": "mine", "source": "a", "element_identifiers": ["a"]}}]}})";
  EXPECT_EQ(Oracle().expectation(payload).expected, Expected::implementation);
}

TEST(JudgeOfPayloads, LeavesAByteOrderMarkToTheReceiver) {
  Oracle oracle;
  EXPECT_EQ(oracle.expectation("\xEF\xBB\xBF{\"internalHostname\": \"a\"}").expected, Expected::implementation);
  EXPECT_EQ(oracle.expectation("{\"internalHostname\": \"\xFF\"}").expected, Expected::reject);
}

/// Who raises the severity of a rule, or switches it off, says what the receiver must do.
TEST(JudgeOfPayloads, FollowsTheSeveritiesOfTheUser) {
  const std::string payload = R"({"internalHostname": "a", "events": {"host": []}})";
  const Rule *forbidden = find_rule("forbidden-event-name"), *empty = find_rule("empty-event-list");
  Policy lenient, strict;
  lenient.severities.apply({.ignore = {forbidden}});
  strict.severities.apply({.ignore = {forbidden}, .severity = {{empty, Severity::error}}});
  EXPECT_EQ(Oracle().expectation(payload).expected, Expected::reject);
  EXPECT_EQ(Oracle(lenient).expectation(payload).expected, Expected::implementation);
  const Expectation strictly = Oracle(strict).expectation(payload);
  EXPECT_EQ(strictly.expected, Expected::reject);
  EXPECT_EQ(strictly.causes, (std::set<Cause>{{"empty-event-list", "", "/events/*"}}));
}

/// A receiver does not look into a member whose name it does not know; under a known name, whatever else is said of
/// that, it does.
TEST(JudgeOfPayloads, CountsNoErrorThatTheReceiverDoesNotRead) {
  Oracle oracle;
  EXPECT_EQ(oracle.expectation(R"({"internalHostname": "a", "event": {"host": []}})").expected, Expected::accept);
  EXPECT_EQ(oracle.expectation(R"({"internalHostname": "a", "events": {"host": []}})").expected, Expected::reject);
  EXPECT_EQ(oracle.expectation(R"({"internalHostname": "a", "events": {"\ud800": [{"msg_title": 1}]}})").expected,
            Expected::reject);
  EXPECT_EQ(oracle.expectation(R"({"internalHostname": "a", "event": {"host": [}})").expected, Expected::reject);
}

} // namespace
} // namespace stslint::prober
