// What other people's fuzzers get: changed payloads, most of them JSON, some of them good, all rules broken.
#include "support/files.hpp"
#include "support/mutated.hpp"

#include "stslint/generate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace stslint {
namespace {

using test::crossed;
using test::mutated;

std::vector<std::string> examples() {
  std::vector<std::string> texts;
  for (const auto &file : test::files(test::root / "schema" / "examples", ".json"))
    texts.push_back(test::read(file));
  return texts;
}

/// What the linter says of texts, counted.
class Counts {
public:
  void add(std::string_view text) {
    bool error = false, broken = false;
    for (const Finding &finding : linter_.lint(text, "payload")) {
      rules.insert(finding.rule->id);
      error |= finding.rule->severity == Severity::error;
    }
    for (const Flaw &flaw : linter_.document().flaws())
      broken |= flaw.kind < FlawKind::lone_surrogate;
    ++all;
    json += broken ? 0 : 1;
    accepted += error ? 0 : 1;
  }

  std::size_t all = 0, json = 0, accepted = 0;
  std::set<std::string_view> rules;

private:
  Linter linter_{{.now = example_now, .max_age = example_max_age}};
};

void expect_enough(const Counts &counts) {
  EXPECT_GE(counts.json * 100, counts.all * 70) << counts.json << " of " << counts.all;
  EXPECT_GE(counts.accepted * 100, counts.all * 10) << counts.accepted << " of " << counts.all;
}

TEST(Mutator, GoesOnAndOnAndBreaksEveryRuleOfPayloadsAndClocks) {
  Counts counts;
  std::string text = examples().front();
  for (unsigned seed = 0; seed < 80000; ++seed)
    counts.add(text = mutated(text, seed, 4096));
  expect_enough(counts);
  for (const Rule *rule : all_rules())
    EXPECT_TRUE(counts.rules.contains(rule->id) || rule->scope == Scope::stream || rule->scope == Scope::run)
        << rule->id;
}

/// As libFuzzer does it.
TEST(Mutator, ChangesSomethingOfACorpusUpToFiveTimes) {
  const std::vector<std::string> corpus = examples();
  Counts counts;
  std::string text;
  for (unsigned seed = 0; seed < 10000; ++seed)
    counts.add(text = mutated(seed % 5 == 0 ? corpus[seed / 5 % corpus.size()] : text, seed));
  expect_enough(counts);
}

TEST(Mutator, IsTheSameForTheSameBytesAndSeed) {
  for (const std::string &text : examples())
    for (unsigned seed = 0; seed < 200; ++seed)
      ASSERT_EQ(mutated(text, seed), mutated(text, seed)) << seed;
}

TEST(Mutator, ChangesWhatItIsGiven) {
  std::size_t same = 0;
  for (const std::string &text : examples())
    for (unsigned seed = 0; seed < 1000; ++seed)
      same += mutated(text, seed) == text ? 1 : 0;
  EXPECT_LE(same, 20u);
}

/// Of every class the generator knows: broken syntax, other encodings, deep and long ones.
TEST(Mutator, TakesAnyBytesAndStaysWithinItsRoom) {
  constexpr std::uint8_t guard = 0xA5;
  Generator generator(11);
  for (unsigned i = 0; i < 3000; ++i) {
    const std::string text = generator.make(i).payload;
    for (const std::size_t max : {std::size_t{0}, std::size_t{1}, std::size_t{i % 97}, text.size(), text.size() + 40}) {
      std::vector<std::uint8_t> room(max + 8, guard);
      const std::size_t size = std::min(text.size(), max);
      std::copy_n(text.begin(), size, room.begin());
      ASSERT_LE(stslint_mutate(room.data(), size, max, i, nullptr), max);
      ASSERT_TRUE(std::all_of(room.end() - 8, room.end(), [](std::uint8_t byte) { return byte == guard; }));
    }
    ASSERT_LE(crossed(text, generator.make(i + 1).payload, i, 300).size(), 300u);
  }
}

TEST(Mutator, LeavesTheBytesToTheFuzzerThreeTimesInSixteen) {
  static std::size_t calls;
  calls = 0;
  std::string text = examples().front();
  for (unsigned seed = 0; seed < 1600; ++seed) {
    std::string room = text + std::string(1000, '\0');
    stslint_mutate(reinterpret_cast<std::uint8_t *>(room.data()), text.size(), room.size(), seed,
                   [](std::uint8_t *, std::size_t size, std::size_t) { return ++calls, size; });
  }
  EXPECT_GT(calls, 200u);
  EXPECT_LT(calls, 400u);
}

TEST(Mutator, MendsWhatIsBroken) {
  std::size_t mended = 0;
  Counts counts;
  for (const std::string_view broken :
       {R"({"events": {"a": [{"msg_title": "t)", R"({"internalHostname" "a" "metrics": [1,,]})",
        R"([{"a": 01, b}, 5: ]])", "{\"a\": \"\xFF\\x\"} end", R"({"a":,"b":})"})
    for (unsigned seed = 0; seed < 100; ++seed)
      counts.add(mutated(broken, seed));
  mended = counts.json;
  EXPECT_GT(mended, 250u);
}

TEST(Mutator, PutsAPartOfOnePayloadIntoAnother) {
  const std::vector<std::string> texts = examples();
  std::size_t changed = 0;
  Counts counts;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const std::string &first = texts[seed % texts.size()];
    const std::string made = crossed(first, texts[seed / 7 % texts.size()], seed);
    changed += made != first ? 1 : 0;
    counts.add(made);
  }
  EXPECT_GT(changed, 700u);
  EXPECT_EQ(counts.json, counts.all);
  EXPECT_GT(counts.accepted, 500u);
}

} // namespace
} // namespace stslint
