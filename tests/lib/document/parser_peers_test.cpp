// The parser against nlohmann and simdjson, on the files of tests/lib/document/json: accept and reject are our verdicts
// on their syntax, allowed.tsv names who may disagree on which file, and why.
#include "peers/peers.hpp"
#include "support/files.hpp"

#include "stslint/document.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace stslint {
namespace {

using test::root;

/// Nothing wrong with the syntax or the encoding; what lies after is a matter of values.
bool we_accept(const std::string &text) {
  Document document;
  document.parse(text);
  return std::ranges::all_of(document.flaws(), [](const Flaw &flaw) { return flaw.kind >= FlawKind::lone_surrogate; });
}

/// The files on which a judge may disagree → true while it has not disagreed yet.
std::map<std::string, bool> allowed(const std::string &judge) {
  std::map<std::string, bool> files;
  std::istringstream in(test::read(root / "tests/lib/document/json" / "allowed.tsv"));
  for (std::string line; std::getline(in, line);) {
    const std::size_t file = line.find('\t'), reason = line.find('\t', file + 1);
    EXPECT_NE(reason, std::string::npos) << line;
    if (line.substr(0, file) == judge)
      files[line.substr(file + 1, reason - file - 1)] = true;
  }
  return files;
}

void expect_agreement(const std::string &judge, bool (*accepts)(std::string_view)) {
  auto exceptions = allowed(judge);
  std::size_t count = 0;
  for (const std::string folder : {"accept", "reject"})
    for (const auto &file : test::files(root / "tests/lib/document/json" / folder)) {
      const std::string text = test::read(file);
      const bool ours = folder == "accept", theirs = accepts(text);
      EXPECT_EQ(we_accept(text), ours) << file;
      const auto exception = exceptions.find(file.filename().string());
      if (exception == exceptions.end())
        EXPECT_EQ(theirs, ours) << judge << " on " << file;
      else if (theirs != ours)
        exception->second = false;
      ++count;
    }
  EXPECT_GE(count, 250u);
  for (const auto &[exception, unused] : exceptions)
    EXPECT_FALSE(unused) << "nobody disagrees any more: " << exception;
}

TEST(ParserPeers, NlohmannAgreesOnEveryFile) { expect_agreement("nlohmann", peers::nlohmann_accepts); }

TEST(ParserPeers, SimdjsonAgreesOnEveryFile) {
#if __has_include(<simdjson.h>)
  expect_agreement("simdjson", peers::simdjson_accepts);
#else
  GTEST_SKIP() << "simdjson is missing: apt-get install libsimdjson-dev";
#endif
}

/// The sizes of the trees, by nlohmann's own callback.
TEST(ParserPeers, SeeTheSameValues) {
  for (const auto &file : test::files(root / "tests/lib/document/json" / "accept")) {
    const std::string text = test::read(file);
    const auto theirs = peers::nlohmann_values(text);
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
