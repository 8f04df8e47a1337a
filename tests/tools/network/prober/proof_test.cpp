// The prober against receivers with one mistake each: it finds that one, of the right kind, and makes the payload that
// shows it as small as it gets. The table stands in tools/prober/README.md.
#include "broken_receiver.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stslint {
namespace {

struct Proof {
  const char *bug, *kind;
  std::vector<std::string> smallest; ///< written by hand
};
void PrintTo(const Proof &proof, std::ostream *out) { *out << proof.bug; }

const std::string nested(4001, '[');
const std::string over_a_mebibyte((std::size_t{1} << 20) + 1, ' ');
const std::string long_text = '"' + std::string(50001, 'a') + '"';

const Proof proofs[] = {
    {"prefix", "false accept", {R"({"internalHostname":"","events":{"tags":[]}})"}},
    {"case",
     "false accept",
     {R"({"internalHostname":"","health":[{"consistency_model":"repeat_states","stream":{"urn":"urn:health:a:b"}}]})"}},
    {"first-key", "false accept", {R"({"internalHostname":"","":0,"":0})"}},
    {"last-key", "false accept", {R"({"internalHostname":"","":0,"":0})"}},
    {"takes-all", "false accept", {""}},
    {"float", "false refuse", {R"({"internalHostname":"","":1.0})"}},
    {"overflow", "crash", {"1e999"}},
    {"recursion", "crash", {nested}},
    {"error-500", "crash", {R"("category":"Alerts")"}},
    {"drop", "crash", {"\xA9"}},
    {"reset", "crash", {"-1"}},
    {"garbage", "crash", {"\\u"}},
    {"self-relation", "crash", {R"({"sourceId":"","targetId":""})"}},
    {"astral", "crash", {"\xF0"}},
    {"prototype", "crash", {"__proto__"}},
    {"year-2038", "crash", {"2147483648"}},
    {"large-body", "crash", {over_a_mebibyte}},
    {"truncated", "crash", {"null"}},
    {"long-text", "hang", {long_text}},
    {"excess", "wrong answer", {"null"}},
    {"state", "inconsistent", {"", R"({"internalHostname":""})"}},
};

/// What a run found. What is slow depends on the machine, and fails nothing.
std::vector<nlohmann::json> findings_of(const test::Run &run) {
  std::vector<nlohmann::json> found;
  for (const auto &each : run.report["receivers"][0]["findings"])
    if (each["kind"] != "slow")
      found.push_back(each);
  return found;
}

class Prober : public testing::TestWithParam<Proof> {};

TEST_P(Prober, FindsTheMistakeAndShowsItInAsFewBytesAsThereCanBe) {
  const Proof &proof = GetParam();
  test::BrokenReceiver receiver(proof.bug);
  FuzzOptions options = receiver.options();
  options.timeout = "4s";
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, findings);
  const auto all = findings_of(run);
  ASSERT_EQ(all.size(), 1u) << run.report.dump(1);
  EXPECT_EQ(all[0]["kind"], proof.kind);
  ASSERT_EQ(all[0]["payloads"].size(), proof.smallest.size());
  double found = 0, smallest = 0;
  for (std::size_t i = 0; i < proof.smallest.size(); ++i) {
    found += all[0]["payloads"][i]["bytes"].get<double>();
    smallest += static_cast<double>(proof.smallest[i].size());
  }
  EXPECT_LE(found, 1.1 * smallest) << run.report.dump(1);
  EXPECT_LE(run.report["receivers"][0]["requests"], options.requests);
  RecordProperty("bytes", std::to_string(static_cast<int>(found)));
  RecordProperty("requests", run.report["receivers"][0]["requests"].dump());
}

/// Written by hand, and tried: the smallest payload shows the mistake too.
TEST_P(Prober, HasItsSmallestPayloadRight) {
  const Proof &proof = GetParam();
  test::BrokenReceiver receiver(proof.bug);
  FuzzOptions options = receiver.options();
  options.timeout = "4s";
  for (const std::string &payload : proof.smallest)
    options.replay.push_back(receiver.file(payload));
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, findings) << run.out;
  EXPECT_THAT(run.out, testing::HasSubstr(proof.kind));
}

INSTANTIATE_TEST_SUITE_P(Bugs, Prober, testing::ValuesIn(proofs), [](const auto &each) {
  std::string name = each.param.bug;
  std::erase(name, '-');
  return name;
});

TEST(Prober, FindsNothingWhereNothingIsWrong) {
  for (const char *bug : {"none", "documented", "busy"}) {
    test::BrokenReceiver receiver(bug);
    FuzzOptions options = receiver.options();
    options.time = std::string(bug) == "busy" ? "20s" : options.time;
    const test::Run run = test::fuzz(options);
    EXPECT_EQ(run.code, clean) << run.report.dump(1);
    EXPECT_TRUE(findings_of(run).empty()) << run.report.dump(1);
    EXPECT_EQ(run.report["receivers"][0]["throttled"] > 0, std::string(bug) == "busy");
  }
}

/// A receiver that never looks has one mistake, not one for each place.
TEST(Prober, TellsOnceOfWhatTheReceiverNeverLooksAt) {
  const std::pair<const char *, const char *> keys[] = {{"no-types", "false accept: wrong-type"},
                                                        {"no-health", "false accept: everything in /health"}};
  for (const auto &[bug, key] : keys) {
    test::BrokenReceiver receiver(bug);
    const test::Run run = test::fuzz(receiver.options());
    const auto all = findings_of(run);
    ASSERT_EQ(all.size(), 1u) << run.report.dump(1);
    EXPECT_EQ(all[0]["key"], key);
  }
}

/// One rule, two places: two mistakes, of which a baseline with the one does not hide the other.
TEST(Prober, TellsMistakesApartByTheirPlaces) {
  test::BrokenReceiver receiver("coercion");
  FuzzOptions options = receiver.options();
  const test::Run run = test::fuzz(options);
  std::map<std::string, std::string> smallest;
  for (const auto &found : findings_of(run))
    smallest[found["key"]] = found["payloads"][0]["payload"];
  const std::map<std::string, std::string> by_hand = {
      {"false accept: wrong-type number /internalHostname", R"({"internalHostname":0})"},
      {"false accept: wrong-type string /events/*/*/timestamp",
       R"({"internalHostname":"","events":{"":[{"timestamp":"","msg_title":"","msg_text":""}]}})"}};
  ASSERT_EQ(smallest.size(), by_hand.size()) << run.report.dump(1);
  for (const auto &[key, payload] : by_hand)
    EXPECT_TRUE(smallest.contains(key) && smallest[key].size() <= payload.size() + payload.size() / 10)
        << key << ' ' << smallest[key];
  options.baseline = receiver.file(R"({"version":1,"findings":["false accept: wrong-type number /internalHostname"]})");
  EXPECT_EQ(test::fuzz(options).code, findings);
}

TEST(Prober, TellsOfSlowAnswersAndFailsNothing) {
  test::BrokenReceiver receiver("slow");
  FuzzOptions options = receiver.options();
  options.requests = 150;
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, clean);
  ASSERT_FALSE(run.report["receivers"][0]["findings"].empty());
  EXPECT_EQ(run.report["receivers"][0]["findings"][0]["kind"], "slow");
}

} // namespace
} // namespace stslint
