// An editor shows the findings that `stslint check` prints, at the same places.
#include "session.hpp"
#include "support/files.hpp"
#include "support/program.hpp"

#include "lsp/protocol.hpp"
#include "stslint/rule.hpp"
#include "stslint/text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace stslint {
namespace {

using Found = std::vector<std::string>;

std::string output_of(std::vector<std::string> arguments, const std::string &input) {
  for (const char *common : {"--now", "1607432950", "--max-age", "1h"})
    arguments.emplace_back(common);
  return test::printed(arguments, input);
}

std::string line_of(const nlohmann::json &range, const nlohmann::json &rule, const nlohmann::json &message) {
  return range.dump() + ' ' + rule.get<std::string>() + ' ' + message.get<std::string>();
}

Found checked(const std::string &name, const std::string &text) {
  std::ofstream(name, std::ios::binary) << text;
  const auto report = nlohmann::json::parse(output_of({"check", "--detect", "--format", "json", name}, ""));
  const OpenDocument document(text, PositionUnit::utf16);
  Found found;
  for (const auto &finding : report["findings"])
    found.push_back(
        line_of(Ranges(document).at(finding["offset"], finding["length"]), finding["rule"], finding["message"]));
  return found;
}

Found shown(const std::string &name, const std::string &text) {
  const std::string uri = "file://" + std::filesystem::absolute(name).string();
  const nlohmann::json open = {{"method", "textDocument/didOpen"},
                               {"params", {{"textDocument", {{"uri", uri}, {"version", 1}, {"text", text}}}}}};
  const std::string output = output_of(
      {"lsp", "--max-findings", "100000"},
      test::framed(R"({"id": 1, "method": "initialize", "params": {"capabilities": {}}})") + test::framed(open.dump()));
  const auto last = nlohmann::json::parse(output.substr(output.rfind("\r\n\r\n")));
  Found found;
  for (const auto &diagnostic : last.at("params").at("diagnostics"))
    found.push_back(line_of(diagnostic["range"], diagnostic["code"], diagnostic["message"]));
  return found;
}

TEST(LspAgreement, OnTheExamplesOfAllRules) {
  const test::WorkingFolder folder("agreement");
  std::size_t count = 0;
  for (const Rule *rule : all_rules())
    for (const Example &example : rule->examples)
      for (const std::string_view text : {example.bad, example.good}) {
        if (invalid_utf8(text)) // an editor has characters
          continue;
        const Found found = checked("a.json", std::string(text));
        EXPECT_EQ(shown("a.json", std::string(text)), found) << rule->id << ": " << text;
        count += found.size();
      }
  EXPECT_GT(count, 30u);
}

TEST(LspAgreement, OnFilesOfThisRepository) {
  const test::WorkingFolder folder("agreement_files");
  std::size_t count = 0;
  for (const char *name :
       {"README.md", "lib/rules/README.md", "schema/examples/unicode.json", "tests/transcripts/check/ndjson.md"}) {
    const std::string text = test::read(test::root / name);
    ASSERT_NE(text, "") << name;
    const std::string file = std::filesystem::path(name).filename().string();
    const Found found = checked(file, text);
    EXPECT_EQ(shown(file, text), found) << name;
    count += found.size();
  }
  EXPECT_GT(count, 2u);
}

} // namespace
} // namespace stslint
