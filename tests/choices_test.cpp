#include "stslint/choices.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace stslint {
namespace {

TEST(Choices, TheSameSeedGivesTheSameOnEveryMachine) {
  Choices choices(42);
  std::array<std::uint32_t, 5> drawn{};
  for (std::uint32_t &number : drawn)
    number = choices.draw(1000);
  EXPECT_EQ(drawn, (std::array<std::uint32_t, 5>{741, 159, 278, 344, 38}));
}

TEST(Choices, ReachEveryNumberBelowTheBound) {
  Choices choices(1);
  std::set<std::uint32_t> seen;
  for (int i = 0; i < 1000; ++i)
    seen.insert(choices.draw(10));
  EXPECT_EQ(seen.size(), 10u);
  EXPECT_EQ(*seen.rbegin(), 9u);
}

TEST(Choices, BytesThatRunOutAnswerTheSimplest) {
  const std::array<std::uint8_t, 3> bytes = {7, 1, 2};
  Choices choices{std::span<const std::uint8_t>(bytes)};
  EXPECT_EQ(choices.draw(10), 7u);
  EXPECT_EQ(choices.draw(1), 0u);
  EXPECT_EQ(choices.draw(1000), 258u);
  EXPECT_EQ(choices.draw(1000), 0u);
}

} // namespace
} // namespace stslint
