// Lines are read in blocks: where a block ends changes nothing.
#include "command_line/console.hpp"
#include "program/cli.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace stslint {
namespace {

constexpr std::size_t block = std::size_t{1} << 18; // of tools/read.cpp

/// What is found in `text`, after `before` bytes of lines that say nothing, places counted from its start.
nlohmann::json found(std::size_t before, const std::string &text, const std::string &after) {
  const std::string blanks = std::string(before - 1, ' ') + '\n';
  std::istringstream in(blanks + text + after);
  std::ostringstream out, err;
  Console console{in, out, err};
  const std::vector<std::string> arguments = {"check", "--no-config",      "--no-baseline", "--format",
                                              "json",  "--stdin-filename", "a.ndjson",      "-"};
  EXPECT_EQ(run(arguments, console), 1) << err.str();
  nlohmann::json findings = nlohmann::json::parse(out.str())["findings"];
  for (nlohmann::json &finding : findings)
    finding["offset"] = finding["offset"].get<std::size_t>() - before;
  for (nlohmann::json &finding : findings)
    if (finding.contains("fix"))
      finding.erase("fix"); // whose offsets are the file's, too
  return findings;
}

const std::string lines = "{\"internalHostname\": \"w\\u00e9b\xc3\xa9\", \"collection_timestamp\": 1607432950000}\r\n"
                          "\n"
                          "{\"internalHostname\": 7, \"x\": \"\\ud83d\\ude00\", \"collection_timestamp\": 1607432950}\n"
                          "{\"internalHostname\": \"";

TEST(Stream, ABlockMayEndAnywhere) {
  const auto expected = found(1, lines, "");
  ASSERT_GE(expected.size(), 3u);
  for (std::size_t cut = 0; cut <= lines.size(); ++cut)
    ASSERT_EQ(found(block - cut, lines, ""), expected) << "with the border " << cut << " bytes into the lines";
}

TEST(Stream, ALineMayBeLongerThanABlock) {
  const std::string line =
      "{\"internalHostname\": 7, \"collection_timestamp\": 1607432950" + std::string(3 * block, ' ') + "}\n";
  EXPECT_EQ(found(1, line + line, ""), found(block - 7, line + line, ""));
  EXPECT_EQ(found(1, line + line, "").size(), 2u);
}

} // namespace
} // namespace stslint
