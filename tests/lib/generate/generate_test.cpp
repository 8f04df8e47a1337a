// The generator and the linter audit each other: what is made good is found good, what breaks a rule breaks that alone.
#include "stslint/generate.hpp"
#include "support/recorded.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <thread>

namespace stslint {
namespace {

std::string joined(const std::vector<std::string_view> &words) {
  std::string all;
  for (const std::string_view word : words)
    all += (all.empty() ? "" : " ") + std::string(word);
  return all;
}

class EveryPart : public testing::TestWithParam<std::string_view> {};

constexpr TimeFormat time_formats[] = {TimeFormat::s, TimeFormat::ms};

TEST_P(EveryPart, IsMadeGood) {
  for (const TimeFormat times : time_formats)
    for (const std::string_view kind : {"valid-minimal", "valid-maximal", "valid-variant"}) {
      Generator generator(7, {.part = GetParam(), .kind = kind, .time_format = times});
      for (std::uint64_t i = 0; i < 500; ++i) {
        const Case &made = generator.make(i);
        ASSERT_EQ(joined(generator.label(made).rules), "") << kind << ' ' << made.operator_id << ": " << made.payload;
      }
    }
}

TEST_P(EveryPart, IsBrokenInExactlyTheWayItSays) {
  for (const TimeFormat times : time_formats) {
    Generator generator(7, {.part = GetParam(), .kind = "fault", .time_format = times});
    for (std::uint64_t i = 0; i < 2000; ++i) {
      const Case &made = generator.make(i);
      ASSERT_EQ(joined(generator.label(made).rules), made.operator_id) << made.payload;
    }
  }
}

TEST_P(EveryPart, IsVaried) {
  Generator generator(7, {.part = GetParam()});
  std::set<std::string> payloads;
  for (std::uint64_t i = 0; i < 1000; ++i)
    payloads.insert(generator.make(i).payload);
  // The schema says little of the members of service checks, and each place is broken once with each kind of value.
  const std::size_t few = GetParam() == "service-check" ? 100 : GetParam() == "service-checks" ? 150 : 250;
  EXPECT_GT(payloads.size(), few);
}

TEST_P(EveryPart, IsSimplestWithoutDecisions) {
  Generator generator(0, {.part = GetParam()}), minimal(7, {.part = GetParam(), .kind = "valid-minimal"});
  Decisions none(std::span<const std::uint8_t>{});
  const Case made = generator.make(none);
  EXPECT_EQ(made.kind, "valid-minimal");
  for (std::uint64_t i = 0; i < 500; ++i) {
    const Case &other = minimal.make(i);
    ASSERT_LE(made.payload.size(), other.payload.size()) << made.payload << '\n' << other.payload;
  }
}

INSTANTIATE_TEST_SUITE_P(Parts, EveryPart, testing::ValuesIn(forms().begin(), forms().end()), [](const auto &tested) {
  std::string name(tested.param);
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(Generator, BreaksEveryRuleOfPayloadsClocksAndStreams) {
  for (const TimeFormat times : time_formats) {
    Generator faults(1, {.kind = "fault", .time_format = times}), sequences(1, {.kind = "sequence"});
    std::set<std::string_view> covered;
    for (const std::string_view rule : faults.operators("fault"))
      covered.insert(rule);
    for (const std::string_view rule : sequences.operators("sequence"))
      covered.insert(rule);
    for (const Rule *rule : all_rules())
      EXPECT_EQ(covered.contains(rule->id), rule->scope != Scope::run) << rule->id;
  }
}

/// A payload that is good in seconds is not in milliseconds, and the other way round.
TEST(Generator, WritesTimesAsTheReceiverTakesThem) {
  for (const TimeFormat times : time_formats) {
    const bool seconds = times == TimeFormat::s;
    Generator generator(7, {.kind = "valid-maximal", .time_format = times});
    Linter other({.time_format = seconds ? TimeFormat::ms : TimeFormat::s});
    for (std::uint64_t i = 0; i < 50; ++i) {
      const Case &made = generator.make(i);
      const auto args = generator.label(made).args;
      EXPECT_EQ(std::ranges::find(args, "--time-format") == args.end(), seconds);
      EXPECT_FALSE(other.lint(made.payload).empty()) << made.payload;
    }
  }
}

TEST(Generator, MeetsEveryRuleWithinTwentyThousandCases) {
  Generator generator(42);
  std::set<std::string_view> rules;
  std::size_t good = 0, with_fault = 0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const Case &made = generator.make(i);
    const Label label = generator.label(made);
    rules.insert(label.rules.begin(), label.rules.end());
    good += label.rules.empty() ? 1 : 0;
    with_fault += label.rules.empty() ? 0 : 1;
  }
  for (const Rule *rule : all_rules())
    EXPECT_TRUE(rules.contains(rule->id) || rule->scope == Scope::run) << rule->id;
  EXPECT_GE(good, 2000u);
  EXPECT_GE(with_fault, 10000u);
}

TEST(Generator, SequencesBreakTheRuleTheySay) {
  for (const TimeFormat times : time_formats) {
    Generator generator(3, {.kind = "sequence", .time_format = times});
    for (std::uint64_t i = 0; i < 200; ++i) {
      const Case &made = generator.make(i);
      EXPECT_EQ(joined(generator.label(made).rules), made.operator_id) << made.payload;
    }
  }
}

/// The receiver's verdict, which is not the severity: it takes what the linter calls an error, and a parser may refuse
/// what is not an error at all.
TEST(Generator, LabelsWhatTheReceiverMustDo) {
  const std::pair<std::string_view, Expected> verdicts[] = {
      {"unknown-category", Expected::accept},      {"wrong-endpoint", Expected::accept},
      {"stale-event", Expected::accept},           {"unknown-field", Expected::accept},
      {"missing-field", Expected::reject},         {"wrong-type", Expected::reject},
      {"lone-surrogate", Expected::implementation}};
  for (const auto &[rule, expected] : verdicts) {
    Generator generator(7, {.rule = rule});
    const Label label = generator.label(generator.make(0));
    EXPECT_EQ(label.expected, expected) << rule;
    EXPECT_EQ(label.source, find_rule(rule)->receiver.source);
  }
}

/// Every error says how it is known what the receiver does with it.
TEST(Generator, HasASourceForEveryVerdictOfAnError) {
  const std::string_view none = Verdict().source;
  for (const Rule *rule : all_rules())
    EXPECT_TRUE(rule->severity != Severity::error || rule->receiver.source != none) << rule->id;
}

TEST(Generator, EachClassHasItsOperationsAndBothVerdicts) {
  for (const std::string_view kind : {"boundary", "time", "text", "structure", "size"}) {
    Generator generator(3, {.kind = kind});
    EXPECT_GT(generator.operators(kind).size(), 4u) << kind;
    std::set<Expected> verdicts;
    for (std::uint64_t i = 0; i < 300; ++i)
      verdicts.insert(generator.label(generator.make(i)).expected);
    // How deep is too deep is for a parser to say.
    const Expected other = kind == "size" ? Expected::implementation : Expected::reject;
    EXPECT_TRUE(verdicts.contains(Expected::accept) && verdicts.contains(other)) << kind;
  }
  for (const std::string_view kind : {"syntax", "encoding"}) {
    Generator generator(3, {.kind = kind});
    for (std::uint64_t i = 0; i < 500; ++i) {
      const Case &made = generator.make(i);
      EXPECT_EQ(generator.label(made).expected, Expected::reject) << made.operator_id << ": " << made.payload;
    }
  }
}

TEST(Recorded, BytesOfASeedAreTheSameEverywhere) {
  std::uint64_t hash = 14695981039346656037u;
  Generator generator(42);
  for (std::uint64_t i = 0; i < 5000; ++i)
    for (const char c : generator.make(i).payload)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  test::expect_recorded(test::root / "tests/lib/generate/generated_bytes_hash.txt", std::to_string(hash) + '\n');
}

/// What breaks a good payload is tried on a broken one here, whose members may be gone.
TEST(Generator, BreaksWhatIsBrokenAlready) {
  Generator generator(42, {.kind = "multi-fault"}), other(42, {.kind = "multi-fault"});
  for (std::uint64_t i = 0; i < 20000; ++i)
    ASSERT_EQ(generator.make(i).payload, other.make(i).payload);
}

TEST(Generator, MakesACaseAloneAsInASeries) {
  Generator series(5), alone(5);
  for (std::uint64_t i = 0; i < 300; ++i)
    series.make(i);
  EXPECT_EQ(series.make(17).payload, alone.make(17).payload);
}

/// They share what they make cases from, and nothing else: each thread comes to a rule's faults at another time.
TEST(Generator, MakesTheSameInOtherThreads) {
  constexpr std::uint64_t cases = 400;
  Generator model(5), alone(5);
  std::array<std::vector<std::string>, 4> made;
  std::vector<std::thread> threads;
  for (std::vector<std::string> &own : made)
    threads.emplace_back([&own, generator = std::make_shared<Generator>(model), first = &own - made.data()] {
      own.resize(cases);
      for (std::uint64_t i = 0; i < cases; ++i) {
        const std::uint64_t index = (i + 100 * static_cast<std::uint64_t>(first)) % cases;
        const Case &each = generator->make(index);
        own[index] = joined(generator->label(each).rules) + ' ' + each.payload;
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  for (std::uint64_t i = 0; i < cases; ++i) {
    const Case &each = alone.make(i);
    for (const std::vector<std::string> &own : made)
      ASSERT_EQ(own[i], joined(alone.label(each).rules) + ' ' + each.payload);
  }
}

} // namespace
} // namespace stslint
