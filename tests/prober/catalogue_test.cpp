#include "../../tools/prober/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stslint::prober {
namespace {

TEST(Catalogue, HasEveryClassAndEveryOperation) {
  Generator generator(1);
  const std::vector<Probe> all = catalogue(generator);
  for (const CaseClass &kind : case_classes()) {
    EXPECT_TRUE(std::ranges::any_of(all, [&](const Probe &probe) { return probe.what.starts_with(kind.name); }))
        << kind.name;
    for (const std::string_view operation : generator.operations(kind.name)) {
      const std::string what = std::string(kind.name) + (operation.empty() ? "" : " ") + std::string(operation);
      EXPECT_NE(std::ranges::find(all, what, &Probe::what), all.end()) << what;
    }
  }
}

TEST(Catalogue, OfRandomChoicesIsWhatTheyLeadTo) {
  Generator generator(1);
  const std::vector<std::uint8_t> choices(160, 77);
  EXPECT_EQ(probe_of(generator, choices).payload, probe_of(generator, choices).payload);
}

TEST(JudgeOfPayloads, ReadsNoClockAndLeavesDepthToTheReceiver) {
  Judge judge;
  EXPECT_EQ(judge.expectation(R"({"internalHostname": "a"})").expected, Expected::accept);
  EXPECT_EQ(judge.expectation("{}").expected, Expected::reject);
  const std::string deep = R"({"internalHostname": "a", "x": )" + std::string(600, '[') + std::string(600, ']') + '}';
  EXPECT_EQ(judge.expectation(deep).expected, Expected::implementation);
}

} // namespace
} // namespace stslint::prober
