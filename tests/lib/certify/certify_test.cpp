// What the certifier calls clean is clean, and most of what is clean it does call so.
#include "lib/certify/certifier.hpp"
#include "lib/contract/contract.hpp"
#include "stslint/generate.hpp"
#include "stslint/lint.hpp"

#include "support/files.hpp"
#include "support/mutated.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

struct Certified {
  Document document;
  Settings settings{.now = example_now, .max_age = example_max_age};
  Siblings siblings;
  std::vector<std::uint32_t> units;
  const Shape *event = standard_contract().shape("event"), *metric = standard_contract().shape("metric");
  Certifier certifier{standard_contract(), {event, metric}, document, settings, siblings};

  /// How much is left to walk: "all", or how many parts.
  std::string left(std::string_view text) {
    const auto parts = certifier.left_to_walk(text, *standard_contract().shape("payload"), event, units);
    return parts ? std::to_string(parts->size()) : "all";
  }
  bool clean(std::string_view text) { return left(text) == "0"; }
};

TEST(Certify, SaysCleanOfWhatIs) {
  Certified certified;
  Generator generator(9, {.kind = "valid-variant"});
  std::size_t clean = 0;
  for (std::uint64_t index = 0; index < 500; ++index)
    clean += certified.clean(generator.make(index).payload) ? 1 : 0;
  EXPECT_GT(clean, 250u);
}

/// Neither of what breaks the schema or a rule, nor of what is not JSON, nor of keys that are there twice.
TEST(Certify, SaysItOfNothingElse) {
  const std::string good = test::read(test::root / "schema" / "examples" / "backup.json");
  Certified certified;
  ASSERT_TRUE(certified.clean(good));
  const auto changed = [&](const std::string &from, const std::string &to) {
    std::string text = good;
    EXPECT_NE(text.find(from), std::string::npos);
    return text.replace(text.find(from), from.size(), to);
  };
  for (const std::string &text :
       {changed("\"internalHostname\"", "\"hostname\""), changed("\"backup-1\"", "7"), changed("\"restic\"", "\" \""),
        changed("\"backup-1\"", "\"backup-1\", \"events\": {}"), good + ']'})
    EXPECT_FALSE(certified.clean(text)) << text;
}

/// The document holds the text, however far the certifier came.
TEST(Certify, ParsesWhateverItSays) {
  Certified certified;
  for (const std::string text : {R"({"a": 1})", R"({"a": 1, "a": 2})", R"({"internalHostname": "a", "b": ["\u00e9"]})",
                                 R"({"collection_timestamp": 1e999})", "[1, 2", "[tru]", "", "7"}) {
    EXPECT_FALSE(certified.clean(text)) << text;
    Document other;
    other.parse(text);
    EXPECT_EQ(certified.document.bytes(), text);
    ASSERT_EQ(certified.document.nodes().size(), other.nodes().size()) << text;
    ASSERT_EQ(certified.document.flaws().size(), other.flaws().size()) << text;
    for (std::uint32_t node = 0; node < other.nodes().size(); ++node)
      EXPECT_EQ(Value(certified.document, node).view(), Value(other, node).view()) << text;
  }
}

/// An event or a metric in which something is wrong; whatever else is, is left with all around it.
TEST(Certify, LeavesOnlyThePartsInWhichSomethingIsWrong) {
  const auto event = [](const std::string &more) {
    return R"({"event_type": "AEvent", "msg_title": "t", "msg_text": "t", "timestamp": 1607432944)" + more + '}';
  };
  const std::string context =
      R"(, "context": {"category": "Changes", "source": "ci", "element_identifiers": ["urn:host:/web01"]})";
  const auto payload = [&](const std::string &first, const std::string &second, const std::string &more = "") {
    return R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "events": {"app.a": [)" +
           event(context) + ',' + event(first) + R"(], "app.b": [)" + event(second) + "]}" + more + '}';
  };
  Certified certified;
  EXPECT_EQ(certified.left(payload(context, context)), "0");
  EXPECT_EQ(certified.left(payload("", context)), "1");
  EXPECT_EQ(certified.left(payload("", "")), "2");
  EXPECT_EQ(certified.left(payload(context + R"(, "tags": [7])", context + R"(, "tag": {"a": [1, {"b": 2}]})")), "2");
  EXPECT_EQ(certified.left(payload(context, context, R"(, "metrics": [["app.load", 1607432944.5, "x", {}]])")), "1");
  EXPECT_EQ(certified.left(payload("", context, R"(, "health": [{"stream": {}}])")), "all");
  EXPECT_EQ(certified.left(payload(context, context, R"(, "event": {})")), "all");
  EXPECT_EQ(certified.left(payload(context, context, R"(, "metrics": ["app.load", 1607432944, 0.5, {}])")), "all");
  EXPECT_EQ(certified.left(payload(R"(, "tags": 7, "msg_title": "t")", context)), "all") << "a key that is there twice";
  Linter linter;
  EXPECT_FALSE(linter.lint(R"([{"wrapped": )" + event(context) + "}, " + event(context) + ']', "event-list").empty());
  EXPECT_EQ(linter.events(), 3u) << "an event that is wrapped in an event counts";
  EXPECT_EQ(certified.left(payload(R"(, "tags": 7, "x": 1, "x": 1)", context)), "all");
}

/// Lints a text with the certifier and without it. Returns the number of findings, which must be the same.
std::size_t compare(Linter &with, Linter &without, const std::string &text) {
  const auto findings = with.lint(text), same = without.lint(text);
  EXPECT_EQ(findings.size(), same.size()) << text;
  EXPECT_EQ(with.events(), without.events()) << text;
  for (std::size_t i = 0; i < std::min(findings.size(), same.size()); ++i) {
    const Description a = with.describe(findings[i]), b = without.describe(same[i]);
    EXPECT_EQ(std::tuple(findings[i].rule, findings[i].offset, findings[i].length, a.pointer, a.words.message),
              std::tuple(same[i].rule, same[i].offset, same[i].length, b.pointer, b.words.message))
        << text;
    EXPECT_EQ(std::pair(a.event.has_value(), a.event ? a.event->index : 0),
              std::pair(b.event.has_value(), b.event ? b.event->index : 0))
        << text;
  }
  return findings.size();
}

TEST(Certify, ChangesNothingThatIsFoundInMutations) {
  Linter with({.now = example_now, .max_age = example_max_age}),
      without({.now = example_now, .max_age = example_max_age});
  without.allow_certifier(false);
  std::size_t found = 0;
  for (const auto &file : test::files(test::root / "schema" / "examples", ".json")) {
    const std::string good = test::read(file);
    std::string text = good;
    for (unsigned seed = 0; seed < 300 && !HasFailure(); ++seed) {
      text = test::mutated(seed % 6 == 0 ? good : text, seed);
      found += compare(with, without, text);
    }
  }
  EXPECT_GT(found, 3000u);
}

TEST(Certify, ChangesNothingThatIsFound) {
  Linter with, without;
  without.allow_certifier(false);
  std::size_t found = 0;
  for (const char *kind :
       {"fault", "multi-fault", "valid-variant", "boundary", "time", "encoding", "implementation-defined"}) {
    Generator generator(8, {.kind = kind});
    for (std::uint64_t index = 0; index < 1500 && !HasFailure(); ++index)
      found += compare(with, without, generator.make(index).payload);
  }
  EXPECT_GT(found, 3000u);
}

} // namespace
} // namespace stslint
