// The formats for programs, over every rule's examples in files with hostile names: each held to a schema of what its
// readers ask for (tests/tools/report/schemas), and to what a schema cannot say.
#include "support/files.hpp"
#include "support/percent.hpp"
#include "support/report.hpp"

#include "stslint/user_schema.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace stslint {
namespace {

using nlohmann::json;
using namespace test;

void expect_valid(const std::string &schema, const std::string &text) {
  const UserSchema judge(read(root / "tests/tools/report/schemas" / (schema + ".schema.json")));
  Document document;
  document.parse(text);
  ASSERT_TRUE(json::accept(text)) << "no JSON: " << text.substr(0, 400);
  for (const UserSchema::Violation &violation : judge.judge(document))
    ADD_FAILURE() << schema << ' ' << Locator(document).pointer(violation.value.index()) << ": " << violation.message;
}

/// The file that a name in a report means. JSON cannot hold every name as it is, but these are UTF-8.
std::set<std::string> all_files() {
  std::set<std::string> files;
  for (const Rule *rule : all_rules())
    for (std::size_t i = 0; i < rule->examples.size(); ++i)
      files.insert(file_of(*rule, i));
  return files;
}

void expect_forwards(const json &region) {
  EXPECT_LE(std::pair(region["startLine"].get<int>(), region["startColumn"].get<int>()),
            std::pair(region["endLine"].get<int>(), region["endColumn"].get<int>()))
      << region;
}

TEST(Sarif, IsWhatItsSchemaAsksFor) {
  ExampleCounts counts;
  const std::string text = report_of_examples("sarif", true, &counts);
  expect_valid("sarif", text);
  const json run = json::parse(text)["runs"][0];
  const json &rules = run["tool"]["driver"]["rules"];
  EXPECT_EQ(rules.size(), all_rules().size());
  EXPECT_EQ(run["results"].size(), counts.findings);
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], true);
  std::set<std::string> fingerprints;
  const auto files = all_files();
  for (const json &result : run["results"]) {
    EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
    EXPECT_EQ(result["message"]["text"].get<std::string>().find("](x)"), std::string::npos) << "a link";
    const json &location = result["locations"][0]["physicalLocation"];
    const std::string uri = location["artifactLocation"]["uri"];
    EXPECT_EQ(uri.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%"),
              std::string::npos)
        << uri;
    EXPECT_TRUE(files.contains(percent_decoded(uri))) << uri;
    EXPECT_EQ(location["artifactLocation"]["uriBaseId"], "%SRCROOT%");
    expect_forwards(location["region"]);
    const json fixes = result.value("fixes", json::array());
    for (const json &fix : fixes)
      for (const json &replacement : fix["artifactChanges"][0]["replacements"])
        expect_forwards(replacement["deletedRegion"]);
    EXPECT_TRUE(fingerprints.insert(result["partialFingerprints"]["stslint/v1"]).second);
  }
}

TEST(Sarif, HasNoResultsWhereNothingIsWrong) {
  const std::string text = report_of_examples("sarif", false);
  expect_valid("sarif", text);
  EXPECT_EQ(json::parse(text)["runs"][0]["results"], json::array());
}

TEST(Gitlab, IsWhatItsSchemaAsksFor) {
  ExampleCounts counts;
  const std::string text = report_of_examples("gitlab", true, &counts);
  expect_valid("gitlab", text);
  std::set<std::string> fingerprints;
  const json report = json::parse(text);
  EXPECT_EQ(report.size(), counts.findings);
  const auto files = all_files();
  for (const json &finding : report) {
    EXPECT_TRUE(files.contains(finding["location"]["path"]));
    EXPECT_TRUE(fingerprints.insert(finding["fingerprint"]).second);
  }
  EXPECT_EQ(report_of_examples("gitlab", false), "[]\n");
}

TEST(Rdjsonl, IsWhatItsSchemaAsksFor) {
  ExampleCounts counts;
  std::size_t suggestions = 0;
  const auto lines = lines_of(report_of_examples("rdjsonl", true, &counts));
  EXPECT_EQ(lines.size(), counts.findings);
  const auto files = all_files();
  for (const std::string &line : lines) {
    expect_valid("rdjsonl", line);
    const json finding = json::parse(line);
    EXPECT_TRUE(files.contains(finding["location"]["path"]));
    suggestions += finding.value("suggestions", json::array()).size();
  }
  EXPECT_GT(suggestions, 10u);
  EXPECT_EQ(report_of_examples("rdjsonl", false), "");
}

TEST(Json, HoldsItsPromise) {
  ExampleCounts counts;
  const json report = json::parse(report_of_examples("json", true, &counts));
  EXPECT_EQ(report["version"], 1);
  EXPECT_EQ(report["summary"]["inputs"], counts.files);
  EXPECT_EQ(report["findings"].size(), counts.findings);
  const auto lines = lines_of(report_of_examples("jsonl", true));
  ASSERT_EQ(lines.size(), counts.findings);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    expect_valid("finding", lines[i]);
    EXPECT_EQ(json::parse(lines[i]), report["findings"][i]);
  }
  EXPECT_EQ(report_of_examples("jsonl", false), "");
}

} // namespace
} // namespace stslint
