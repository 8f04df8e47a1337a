#include "network/prober/oracle.hpp"
#include "network/prober/shrink.hpp"

#include <gtest/gtest.h>

namespace stslint::prober {
namespace {

bool contains(const std::string &text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Shrink, KeepsWhatMatters) {
  const std::string payload = R"({"a": [1, 2, {"b": "long text"}], "c": {"d": null, "e": [true]}})";
  EXPECT_EQ(shrunk(payload, [](const std::string &text) { return contains(text, "true"); }), "true");
  EXPECT_EQ(shrunk(payload, [](const std::string &text) { return contains(text, "1") && contains(text, "null"); }),
            "1null");
}

TEST(Shrink, TakesAnyBytes) {
  for (const std::string &bytes : {std::string(), std::string("\0[\xFF", 3), std::string(1000, '['), std::string("\"")})
    EXPECT_EQ(shrunk(bytes, [](const std::string &) { return true; }), "");
}

TEST(Shrink, NeverAsksTwice) {
  std::set<std::string> asked;
  shrunk(R"({"a": [1, 2, 3], "b": "text", "b": [[[1.5]]]})", [&](const std::string &text) {
    EXPECT_TRUE(asked.insert(text).second) << text;
    return contains(text, "b");
  });
}

TEST(Shrink, KeepsEqualKeysEqual) {
  Oracle oracle;
  const std::string payload =
      R"({"internalHostname": "web01", "collection_timestamp": 1607432950, "collection_timestamp": 1607432950})";
  const std::string small = shrunk(payload, [&](const std::string &text) {
    return oracle.expectation(text).causes == std::set<Cause>{{"duplicate-key", "", ""}};
  });
  EXPECT_EQ(small, R"({"internalHostname":"","":0,"":0})");
}

TEST(Shrink, LiftsMembersOutOfTheirObject) {
  Oracle oracle;
  const std::string small =
      shrunk(R"({"internalHostname": "web01", "x": {"a": 10, "b": "b", "b": 12}})", [&](const std::string &text) {
        return oracle.expectation(text).causes == std::set<Cause>{{"duplicate-key", "", ""}};
      });
  EXPECT_EQ(small, R"({"internalHostname":"","":0,"":0})");
}

TEST(Shrink, EndsWithTheSmallestSoFar) {
  const std::string payload = R"({"a": [1, 2, {"b": "long text"}], "c": {"d": null, "e": [true]}})";
  std::size_t before = payload.size() + 1;
  for (std::size_t most = 0; most < 60; ++most) {
    std::size_t asked = 0;
    std::string smallest = payload;
    const std::string small = shrunk(
        payload,
        [&](const std::string &text) {
          ++asked;
          const bool still = contains(text, "1") && contains(text, "null");
          smallest = still ? text : smallest;
          return still;
        },
        [&] { return asked >= most; });
    EXPECT_LE(asked, most);
    EXPECT_EQ(small, smallest);
    EXPECT_LE(small.size(), before);
    before = small.size();
  }
  EXPECT_EQ(before, 5u);
}

/// One reserved name is as good as another, and the shortest is the easiest to read.
TEST(Shrink, PutsAShorterReservedWordInThePlaceOfALongOne) {
  Oracle oracle;
  const std::string small =
      shrunk(R"({"internalHostname": "web01", "events": {"eventType": []}})", [&](const std::string &text) {
        return oracle.expectation(text).causes == std::set<Cause>{{"forbidden-event-name", "", "/events/*"}};
      });
  EXPECT_EQ(small, R"({"internalHostname":"","events":{"host":[]}})");
}

/// The label of what comes out is that of its own bytes: a fault cannot get lost on the way.
TEST(Shrink, EndsWithTheMistakeItBeganWith) {
  Oracle oracle;
  Generator generator(7, {.kind = "fault"});
  for (std::uint64_t i = 0; i < 40; ++i) {
    const std::string payload = generator.make(i).payload;
    const Expectation first = oracle.expectation(payload);
    const std::string small = shrunk(payload, [&](const std::string &text) {
      const Expectation now = oracle.expectation(text);
      return now.expected == first.expected && now.causes == first.causes;
    });
    EXPECT_EQ(oracle.expectation(small).causes, first.causes) << payload;
    EXPECT_LE(small.size(), payload.size());
  }
}

} // namespace
} // namespace stslint::prober
