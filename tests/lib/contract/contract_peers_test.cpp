// The compiled shapes against valijson with the same schema: on every example, on every rule's examples, on mutations.
#include "peers/peers.hpp"
#include "support/files.hpp"
#include "support/mutated.hpp"

#include "lib/contract/contract.hpp"
#include "stslint/lint.hpp"

#include <gtest/gtest.h>

#include <map>

namespace stslint {
namespace {

const UserSchema &judge(std::string_view form) {
  static std::map<std::string, UserSchema> schemas;
  return schemas.try_emplace(std::string(form), standard_contract().schema(form)).first->second;
}

TEST(ContractJudge, ValijsonCanTellGoodFromBad) {
  EXPECT_TRUE(peers::places(judge("payload"), R"({"internalHostname": "a"})")->empty());
  EXPECT_FALSE(peers::places(judge("payload"), R"({"internalHostname": 1})")->empty());
  EXPECT_FALSE(peers::places(judge("payload"), R"({"internalHostname": "a", "events": {"host.x": []}})")->empty());
  EXPECT_FALSE(peers::places(judge("payload"), R"({"internalHostname": "a", "metrics": [["a", 1, 2]]})")->empty());
  EXPECT_EQ(*peers::places(judge("payload"), R"({"internalHostname": "a", "events": {"a": [{"msg_title": 1}]}})"),
            (std::set<std::string>{"/events/a/0", "/events/a/0/msg_title"}));
}

TEST(ContractJudge, AgreesOnEveryExample) {
  for (const auto &file : test::files(test::root / "schema" / "examples", ".json"))
    EXPECT_EQ(peers::disagreement(judge("payload"), test::read(file)), "");
}

TEST(ContractJudge, AgreesOnEveryRulesExamplesInEveryVariant) {
  std::map<std::string, UserSchema> schemas;
  for (const Version version : versions)
    for (const TimeFormat times : {TimeFormat::s, TimeFormat::ms})
      for (const Rule *rule : all_rules())
        for (const Example &example : rule->scope == Scope::stream ? std::span<const Example>() : rule->examples)
          for (const std::string_view text : {example.bad, example.good}) {
            const std::string schema = standard_contract(times, version).schema(example.on);
            const UserSchema &judge = schemas.try_emplace(schema, schema).first->second;
            const Settings settings{.time_format = times, .stackstate = version};
            EXPECT_EQ(peers::disagreement(judge, text, example.on, settings), "") << rule->id << ' ' << name(version);
          }
}

TEST(ContractJudge, AgreesOnEveryRulesExamples) {
  for (const Rule *rule : all_rules())
    for (const Example &example : rule->scope == Scope::stream ? std::span<const Example>() : rule->examples)
      for (const std::string_view text : {example.bad, example.good})
        EXPECT_EQ(peers::disagreement(judge(example.on), text, example.on), "") << rule->id;
}

TEST(ContractJudge, AgreesOnAHundredThousandMutations) {
  std::vector<std::string> seeds;
  for (const auto &file : test::files(test::root / "schema" / "examples", ".json"))
    seeds.push_back(test::read(file));
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < 100000; ++seed) {
    Decisions decisions(seed);
    std::string text = decisions.pick(seeds);
    for (std::uint32_t changes = 1 + decisions.draw(4); changes > 0; --changes)
      text = test::mutated(text, decisions.draw(UINT32_MAX));
    ASSERT_EQ(peers::disagreement(judge("payload"), text), "") << "seed " << seed;
    Document document;
    document.parse(text);
    compared += document.flaws().empty() ? 1 : 0;
  }
  EXPECT_GT(compared, 60000u) << "most mutations are no JSON: nothing was compared";
}

} // namespace
} // namespace stslint
