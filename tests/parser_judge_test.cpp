// The parser against nlohmann and simdjson, on the files of tests/json: accept and reject are our verdicts on their
// syntax, allowed.tsv names who may disagree on which file, and why.
#include "judges/judges.hpp"
#include "support/files.hpp"

#include "stslint/document.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace stslint {
namespace {

using test::root;

/// Nothing wrong with the syntax or the encoding; what lies behind is a matter of values.
bool we_accept(const std::string &text) {
  Document document;
  document.parse(text);
  return std::ranges::all_of(document.flaws(), [](const Flaw &flaw) { return flaw.kind >= FlawKind::lone_surrogate; });
}

/// judge + file → true while nobody has disagreed yet.
std::map<std::string, bool> allowed() {
  std::map<std::string, bool> lines;
  std::istringstream in(test::read(root / "tests" / "json" / "allowed.tsv"));
  for (std::string line; std::getline(in, line);) {
    const std::size_t file = line.find('\t'), reason = line.find('\t', file + 1);
    EXPECT_NE(reason, std::string::npos) << line;
    lines[line.substr(0, reason)] = true;
  }
  return lines;
}

TEST(ParserJudges, AgreeOnEveryFile) {
  auto exceptions = allowed();
  const auto hold = [&](const std::string &judge, const std::filesystem::path &file, bool theirs, bool ours) {
    const auto exception = exceptions.find(judge + '\t' + file.filename().string());
    if (exception == exceptions.end())
      EXPECT_EQ(theirs, ours) << judge << " on " << file;
    else if (theirs != ours)
      exception->second = false;
  };
  std::size_t count = 0;
  for (const std::string folder : {"accept", "reject"})
    for (const auto &file : test::files(root / "tests" / "json" / folder)) {
      const std::string text = test::read(file);
      EXPECT_EQ(we_accept(text), folder == "accept") << file;
      hold("nlohmann", file, judges::nlohmann_accepts(text), folder == "accept");
      hold("simdjson", file, judges::simdjson_accepts(text), folder == "accept");
      ++count;
    }
  EXPECT_GE(count, 250u);
  for (const auto &[exception, unused] : exceptions)
    EXPECT_FALSE(unused) << "nobody disagrees any more: " << exception;
}

/// The sizes of the trees, by nlohmann's own callback.
TEST(ParserJudges, SeeTheSameValues) {
  for (const auto &file : test::files(root / "tests" / "json" / "accept")) {
    const std::string text = test::read(file);
    const auto theirs = judges::nlohmann_values(text);
    if (!theirs)
      continue;
    Document document;
    document.parse(text);
    const auto broken = [](const Flaw &flaw) { return flaw.kind == FlawKind::too_deep; };
    if (std::ranges::any_of(document.flaws(), broken))
      continue;
    const auto values = std::ranges::count_if(document.nodes(), [](const Node &node) { return !node.key; });
    EXPECT_EQ(static_cast<std::size_t>(values), *theirs) << file;
  }
}

} // namespace
} // namespace stslint
