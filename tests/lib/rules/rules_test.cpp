// Each rule is tested by its own file: its examples, its fault, its words. The peers compare it with other validators.
#include "support/files.hpp"

#include "lib/contract/contract.hpp"
#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace stslint {
namespace {

const Settings settings{example_now, example_max_age};

std::string ids(Linter &linter, std::string_view text, std::string_view form) {
  std::string found;
  for (const Finding &finding : linter.lint(text, form))
    found += (found.empty() ? "" : " ") + std::string(finding.rule->id);
  return found;
}

class EveryRule : public testing::TestWithParam<std::string_view> {
protected:
  std::string ids_in_example(std::string_view text, std::string_view form) {
    std::string found;
    lint_example(rule, form, text, [&](Linter &, const Finding &finding) {
      found += (found.empty() ? "" : " ") + std::string(finding.rule->id);
    });
    return found;
  }

  const Rule &rule = *find_rule(GetParam());
  Linter linter{settings};
};

TEST_P(EveryRule, FindsItsBadExamplesAndNothingElseInThem) {
  ASSERT_EQ(rule.examples.empty(), rule.scope == Scope::run);
  for (const Example &example : rule.examples)
    EXPECT_EQ(ids_in_example(example.bad, example.on), rule.id) << example.bad;
}

TEST_P(EveryRule, FindsNothingInItsGoodExamples) {
  for (const Example &example : rule.examples)
    EXPECT_EQ(ids_in_example(example.good, example.on), "") << example.good;
}

TEST_P(EveryRule, SaysWhatIsWrongInOneLine) {
  for (const Example &example : rule.examples)
    lint_example(rule, example.on, example.bad, [](Linter &used, const Finding &finding) {
      const Words words = used.describe(finding).words;
      EXPECT_GE(words.message.size(), 20u);
      EXPECT_EQ(printable(words.message), words.message);
      EXPECT_EQ(words.message.find("  "), std::string::npos) << words.message;
      EXPECT_EQ(words.message.find(": ;"), std::string::npos) << words.message;
      EXPECT_NE(words.message.back(), '.') << words.message;
      EXPECT_LE(words.message.size(), 320u) << words.message;
    });
}

TEST_P(EveryRule, FixesItsExamplesWhereItHasAFix) {
  for (const Example &example : rule.examples)
    for (const Finding &finding : linter.lint(example.bad, example.on)) {
      const Edits fix = linter.describe(finding).words.fix;
      if (!fix.empty()) {
        const std::string fixed = edited(example.bad, fix);
        EXPECT_EQ(fixed, example.good);
      }
    }
}

TEST_P(EveryRule, HasAFaultThatGivesExactlyItsFinding) {
  if (rule.scope == Scope::run || rule.scope == Scope::stream) {
    EXPECT_EQ(rule.fault, nullptr) << "what concerns a run or a sequence cannot be broken in one place";
    return;
  }
  std::size_t broken = 0;
  for (const auto &file : test::files(test::root / "schema" / "examples", ".json")) {
    const std::string good = test::read(file);
    Document document;
    document.parse(good);
    standard_contract().visit(document, "payload", rule, settings, [&](const Place &place) {
      for (std::uint64_t seed = 0; seed < 8; ++seed) {
        Decisions decisions(seed);
        const Edits fault = rule.fault(place, decisions);
        if (fault.empty())
          continue;
        ++broken;
        const std::string bad = edited(good, fault);
        EXPECT_EQ(ids(linter, bad, "payload"), rule.id) << bad;
      }
    });
  }
  EXPECT_GT(broken, 0u) << "no good payload gave its fault a place";
}

/// So that it can be asked before the rest of the payload is known; about what is not there, with its object.
TEST_P(EveryRule, LooksAtNothingAroundItsValueIfItSaysSo) {
  for (const Example &example : rule.context_free ? rule.examples : std::span<const Example>())
    for (const std::string_view text : {example.bad, example.good}) {
      Document document;
      document.parse(text);
      standard_contract().visit(document, example.on, rule, settings, [&](const Place &place) {
        Place bare = place;
        if (!place.value.absent())
          bare.parent = Value();
        bare.within = nullptr;
        bare.siblings = nullptr;
        EXPECT_EQ(rule.broken(bare), rule.broken(place)) << text;
      });
    }
}

/// What `tools/dev new-rule` wrote says where there is something left to do.
TEST_P(EveryRule, IsFilledIn) {
  std::string file(rule.id);
  std::ranges::replace(file, '-', '_');
  file = "lib/rules/" + file + ".cpp";
  std::istringstream in(test::read(test::root / file));
  std::size_t number = 1;
  for (std::string line; std::getline(in, line); ++number)
    EXPECT_EQ(line.find("FILL IN"), std::string::npos) << file << ':' << number << ": " << line;
}

TEST_P(EveryRule, HasAFileOfItsNameAndIsDocumented) {
  std::string file(rule.id);
  std::ranges::replace(file, '-', '_');
  EXPECT_TRUE(std::filesystem::exists(test::root / "lib" / "rules" / (file + ".cpp")));
  EXPECT_FALSE(rule.summary.empty());
  EXPECT_FALSE(rule.why.empty());
  EXPECT_TRUE(rule.why.ends_with('.') || rule.why.ends_with(".\""));
}

std::vector<std::string_view> all_ids() {
  std::vector<std::string_view> found;
  for (const Rule *rule : all_rules())
    found.push_back(rule->id);
  return found;
}

INSTANTIATE_TEST_SUITE_P(All, EveryRule, testing::ValuesIn(all_ids()),
                         [](const auto &tested) { return test::test_name(std::string(tested.param)); });

TEST(Rules, StandInTheOrderOfTheirIds) { EXPECT_TRUE(std::ranges::is_sorted(all_ids())); }

TEST(Rules, GoodPayloadsHaveNoFindings) {
  Linter linter(settings);
  for (const auto &file : test::files(test::root / "schema" / "examples", ".json")) {
    const std::string text = test::read(file);
    EXPECT_EQ(ids(linter, text, "auto"), "") << file;
    EXPECT_TRUE(linter.detection().payload) << file;
  }
}

} // namespace
} // namespace stslint
