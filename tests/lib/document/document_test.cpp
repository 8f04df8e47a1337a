// Values: what an accessor answers, for any kind of value.
#include "stslint/document.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace stslint {
namespace {

struct Parsed {
  explicit Parsed(std::string json) : text(std::move(json)) { document.parse(text); }
  Value operator[](std::string_view name) const { return document.root().member(name); }
  std::string text;
  Document document;
};

TEST(Value, KnowsWhereItStands) {
  const Parsed doc(R"( {"a": [1, "x"], "b": {}} )");
  EXPECT_EQ(doc.document.root().raw(), R"({"a": [1, "x"], "b": {}})");
  EXPECT_EQ(doc["a"].raw(), R"([1, "x"])");
  EXPECT_EQ(doc["a"].offset(), 7u);
  EXPECT_EQ(doc["b"].raw(), "{}");
  EXPECT_TRUE(doc["c"].absent());
}

TEST(Value, ResolvesEscapesWhereSomebodyAsks) {
  const Parsed doc(R"({"\u0061\/b": "x\ty"})");
  const Value value = doc["a/b"];
  EXPECT_EQ(value.text(), "x\ty");
  EXPECT_EQ(value.contents(), R"(x\ty)");
  EXPECT_TRUE(value.equals("x\ty"));
  EXPECT_TRUE(value.starts_with("x\t"));
  EXPECT_FALSE(value.equals(R"(x\ty)"));
  EXPECT_EQ(value.characters(), 3u);
}

TEST(Value, CountsCodePoints) { EXPECT_EQ(Parsed(R"({"a": "é😀\ud83d\ude00"})")["a"].characters(), 3u); }

TEST(Value, NumbersBecomeTheNearestDouble) {
  const auto number = [](const char *text) { return Parsed("{\"a\":" + std::string(text) + '}')["a"].number(); };
  EXPECT_EQ(number("1607432944"), 1607432944.0);
  EXPECT_EQ(number("-0.5e1"), -5.0);
  EXPECT_EQ(number("1e999"), INFINITY);
  EXPECT_EQ(number("-1e999"), -INFINITY);
  EXPECT_EQ(number("1e-999"), 0.0);
  EXPECT_EQ(number("0.00e999"), 0.0);
  EXPECT_EQ(number("1e99999999999999999999999"), INFINITY);
  EXPECT_EQ(number((std::string(400, '9') + ".5").c_str()), INFINITY);
  EXPECT_EQ(number((std::string(400, '9') + "e-200").c_str()), 1e200);
  EXPECT_TRUE(std::isnan(number("\"7\"")));
}

TEST(Value, AnswersForEveryKind) {
  const Parsed doc(R"({"list": [1], "text": "a", "null": null})");
  for (const Value value : {Value(), doc["list"], doc["text"], doc["null"], doc.document.root()}) {
    EXPECT_TRUE(value.member("x").absent());
    EXPECT_FALSE(value.equals("x"));
    EXPECT_TRUE(std::isnan(value.number()));
    std::size_t children = 0;
    for ([[maybe_unused]] const Value item : value.items())
      ++children;
    for ([[maybe_unused]] const Member member : value.members())
      ++children;
    EXPECT_EQ(children, value.size());
    EXPECT_EQ(value.empty(), children == 0);
  }
}

TEST(Value, IsAbsentOnceAFindingSpokeOfIt) {
  Parsed doc(R"({"a": 1, "b": 2})");
  doc.document.mark(doc["a"].index());
  EXPECT_TRUE(doc["a"].absent());
  EXPECT_FALSE(doc["b"].absent());
}

TEST(Document, KeepsKeysThatStandTwice) {
  const Parsed doc(R"({"a": 1, "b": 2, "\u0061": 3, "a": 4})");
  ASSERT_EQ(doc.document.flaws().size(), 2u);
  EXPECT_EQ(doc.document.flaws()[0].kind, FlawKind::duplicate_key);
  EXPECT_EQ(doc.document.flaws()[0].offset, 17u);
  EXPECT_EQ(Value(doc.document, doc.document.flaws()[1].other).offset(), 1u);
  EXPECT_EQ(doc.document.root().size(), 4u);
  EXPECT_EQ(doc["a"].number(), 1.0);
}

TEST(Document, StopsAtItsDepthAndGoesOnBehindIt) {
  const std::string deep = std::string(600, '[') + "\"]\"" + std::string(600, ']');
  const Parsed doc("{\"a\": " + deep + ", \"b\": 2}");
  ASSERT_EQ(doc.document.flaws().size(), 1u);
  EXPECT_EQ(doc.document.flaws()[0].kind, FlawKind::too_deep);
  EXPECT_EQ(doc.document.flaws()[0].offset, 6u + 511u);
  EXPECT_EQ(doc["b"].number(), 2.0);
}

TEST(Document, IsUsedAgainAndAgain) {
  Document document;
  document.parse("[1, 2");
  EXPECT_EQ(document.flaws().size(), 1u);
  document.parse("{}");
  EXPECT_TRUE(document.flaws().empty());
  EXPECT_EQ(document.nodes().size(), 1u);
}

} // namespace
} // namespace stslint
