// Does each task of the manual, lib/include/stslint/lint.hpp, in the manual's own lines.
#include "stslint/error.hpp"
#include "stslint/fix.hpp"
#include "stslint/lint.hpp"

#include "support/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

/// What a test writes to standard output.
class Printed {
public:
  Printed() : before_(std::cout.rdbuf(text_.rdbuf())) {}
  ~Printed() { std::cout.rdbuf(before_); }
  Printed(const Printed &) = delete;
  Printed &operator=(const Printed &) = delete;
  std::string text() const { return text_.str(); }

private:
  std::ostringstream text_;
  std::streambuf *before_;
};

const std::string metrics = R"("metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]])";
// Nothing is wrong with the one; a member of the other is.
const std::string good = R"({"collection_timestamp": 1607432950, "internalHostname": "web01", )" + metrics + '}';
const std::string bad = R"({"collection_timestamp": 1607432950, "internalHostname": 7, )" + metrics + '}';

TEST(Manual, LintsAText) {
  const Printed printed;
  const std::string_view bytes = bad;
  stslint::Linter linter;
  for (const stslint::Finding &finding : linter.lint(bytes))
    std::cout << finding.offset << ": " << finding.rule->id << '\n';
  EXPECT_EQ(printed.text(), "57: wrong-type\n");
  EXPECT_TRUE(linter.lint(good).empty());
}

TEST(Manual, ExplainsAFinding) {
  const Printed printed;
  const std::string_view bytes = R"({"collection_timestamp": "1607432950", "internalHostname": "web01"})";
  stslint::Linter linter;
  const stslint::Finding finding = linter.lint(bytes)[0];
  const stslint::Description d = linter.describe(finding);
  std::cout << d.start.line << ':' << d.start.column << ' ' << d.pointer << ": " << d.words.message << '\n';
  if (!d.words.suggestion.empty())
    std::cout << "write " << d.words.suggestion << '\n';
  EXPECT_TRUE(printed.text().starts_with("1:26 /collection_timestamp: collection_timestamp is ")) << printed.text();
  EXPECT_TRUE(printed.text().ends_with("\nwrite 1607432950\n")) << printed.text();
}

TEST(Manual, LintsAFileInPieces) {
  const Printed printed;
  std::istringstream file(good + '\n' + bad + '\n' + good + '\n' + bad + '\n');
  stslint::Linter linter;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);)
    for (const stslint::Finding &finding : linter.lint(line, "auto", ++number))
      std::cout << linter.describe(finding).start.line << ": " << finding.rule->id << '\n';
  EXPECT_EQ(printed.text(), "2: wrong-type\n4: wrong-type\n");
}

/// A topology that begins its snapshot.
const std::string begins =
    R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "topologies": [{"start_snapshot": true, )"
    R"("stop_snapshot": false, "instance": {"type": "agent", "url": "https://web01"}, "components": [], )"
    R"("relations": [], "delete_ids": []}]})";

TEST(Manual, LintsTheMessagesOfStreams) {
  const Printed printed;
  const std::vector<std::string> messages = {begins, begins};
  stslint::Linter linter;
  stslint::Streams streams;
  linter.settings().streams = &streams;
  for (const std::string &message : messages)
    for (const stslint::Finding &finding : linter.lint(message))
      std::cout << finding.rule->id << '\n';
  EXPECT_EQ(printed.text(), "topology-start-without-stop\n");
  streams.forget();
  EXPECT_TRUE(linter.lint(begins).empty());
}

TEST(Manual, FixesAText) {
  const std::string with_comma = good.substr(0, good.size() - 1) + ",}";
  const std::string_view bytes = with_comma;
  stslint::Linter linter;
  const stslint::Fixes fixes = stslint::fixes(linter, bytes);
  const std::string better = stslint::edited(bytes, fixes.edits);
  EXPECT_EQ(better, good);
}

TEST(Manual, HeedsSettings) {
  stslint::Linter linter({.now = 1607432950, .max_age = 3600});
  linter.settings().comments = true;
  EXPECT_TRUE(linter.lint(good + " // with comments").empty());
  linter.settings().comments = false;
  EXPECT_FALSE(linter.lint(good + " // without").empty());
}

TEST(Manual, HoldsTextsToASchemaOfOnesOwn) {
  stslint::Linter linter;
  const stslint::UserSchema schema(R"({"required": ["events"]})");
  linter.use_schema(&schema);
  const auto findings = linter.lint(good);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule->id, "foreign-violation");
  EXPECT_NE(linter.describe(findings[0]).words.message.find("events"), std::string::npos);
  linter.use_schema(nullptr);
  EXPECT_TRUE(linter.lint(good).empty());
}

/// A Description and an Identity stay when the text, the findings and the linter are gone.
TEST(Manual, LetsDescriptionsOutliveTheText) {
  stslint::Description description;
  stslint::Identity identity;
  {
    const std::string text = bad;
    stslint::Linter linter;
    const stslint::Finding finding = linter.lint(text)[0];
    description = linter.describe(finding);
    identity = linter.identity(finding);
  }
  EXPECT_EQ(description.pointer, "/internalHostname");
  EXPECT_TRUE(description.words.message.starts_with("internalHostname is the number 7"));
  EXPECT_EQ(identity.pattern, "/internalHostname");
}

/// Findings can be described in any order, and more than once.
TEST(Manual, DescribesFindingsInAnyOrder) {
  stslint::Linter linter;
  const auto findings = linter.lint(R"({"internalHostname": 7, "events": 7})");
  ASSERT_EQ(findings.size(), 3u);
  std::vector<std::string> forth, back;
  for (const stslint::Finding &finding : findings)
    forth.push_back(linter.describe(finding).words.message);
  for (std::size_t at = findings.size(); at-- > 0;)
    back.insert(back.begin(), linter.describe(findings[at]).words.message);
  EXPECT_EQ(forth, back);
}

TEST(Manual, LintsOnManyThreads) {
  std::vector<std::size_t> counts(4);
  std::vector<std::thread> threads;
  for (std::size_t &count : counts)
    threads.emplace_back([&count] {
      stslint::Linter linter;
      for (int time = 0; time < 10; ++time)
        count += linter.lint(bad).size();
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(counts, std::vector<std::size_t>(4, 10));
}

TEST(Manual, ThrowsAnErrorWhereWorkCannotBegin) {
  const Printed printed;
  const std::string_view bytes = bad;
  stslint::Linter linter;
  try {
    linter.lint(bytes, "no form");
  } catch (const stslint::Error &error) {
    std::cout << error.what() << '\n';
  }
  EXPECT_EQ(printed.text(), "the contract has no definition \"no form\"\n");
  EXPECT_EQ(linter.lint(bytes).size(), 1u);
}

std::vector<std::string> trimmed_lines(const std::string &text, std::string_view prefix) {
  std::vector<std::string> found;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(prefix)) {
      line.erase(0, prefix.size());
      line.erase(0, line.find_first_not_of(' '));
      found.push_back(line);
    }
  return found;
}

/// Each line of the manual's code stands in a test above.
TEST(Manual, IsWhatTheseTestsDo) {
  using stslint::test::root;
  const auto manual = trimmed_lines(stslint::test::read(root / "lib/include/stslint/lint.hpp"), "///     ");
  const auto here = trimmed_lines(stslint::test::read(root / "tests/lib/lint/manual_test.cpp"), "");
  EXPECT_GT(manual.size(), 20u);
  for (const std::string &line : manual)
    EXPECT_NE(std::ranges::find(here, line), here.end()) << line;
}

} // namespace
