#include "stslint/decisions.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace stslint {
namespace {

TEST(Decisions, TheSameSeedGivesTheSameOnEveryMachine) {
  Decisions decisions(42);
  std::array<std::uint32_t, 5> drawn{};
  for (std::uint32_t &number : drawn)
    number = decisions.draw(1000);
  EXPECT_EQ(drawn, (std::array<std::uint32_t, 5>{741, 159, 278, 344, 38}));
}

TEST(Decisions, ReachEveryNumberBelowTheBound) {
  Decisions decisions(1);
  std::set<std::uint32_t> seen;
  for (int i = 0; i < 1000; ++i)
    seen.insert(decisions.draw(10));
  EXPECT_EQ(seen.size(), 10u);
  EXPECT_EQ(*seen.rbegin(), 9u);
}

TEST(Decisions, BytesThatRunOutAnswerTheSimplest) {
  const std::array<std::uint8_t, 3> bytes = {7, 1, 2};
  Decisions decisions{std::span<const std::uint8_t>(bytes)};
  EXPECT_EQ(decisions.draw(10), 7u);
  EXPECT_EQ(decisions.draw(1), 0u);
  EXPECT_EQ(decisions.draw(1000), 258u);
  EXPECT_EQ(decisions.draw(1000), 0u);
}

} // namespace
} // namespace stslint
