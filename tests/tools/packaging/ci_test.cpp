// A small repository through the steps of CI jobs: action.yml for GitHub, tools/packaging/README.md for GitLab and
// Jenkins. Each report must lead to the mistake: the file by its name, whatever is in it, the line, and the columns
// where it has them.
#include "support/files.hpp"
#include "support/percent.hpp"
#include "support/report.hpp"
#include "support/workflow_command.hpp"

#include "stslint/text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <map>
#include <regex>

namespace stslint {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using namespace test;

const std::vector<std::string> names = {
    "plain.json",  "with space.json", "quote\"s 'n all.json",    "ünï/cödé ☃ 😀.json",
    "100%20.json", "a,b:c;d=e.json",  "new\nline.json",          "#hash?&[x](y).json",
    "-dash.json",  "::error::x.json", "deep/er/back\\slash.json"};
const std::string mistake = "\"chänges\"";

/// A repository in which each file has the mistake, on a line of its own number and after letters beyond ASCII.
class Ci : public testing::Test {
protected:
  void SetUp() override {
    for (std::size_t i = 0; i < names.size(); ++i) {
      fs::create_directories((folder / names[i]).parent_path());
      std::ofstream(folder / names[i])
          << std::string(i, '\n') << R"({"app.deployed": [{"msg_title": "☃é😀", "context": {"source": "é", "category": )"
          << mistake << R"(, "element_identifiers": ["urn:host:/a"]}, "msg_text": "t",)"
          << R"( "event_type": "DeploymentEvent", "timestamp": 1607432944}]})" << '\n';
    }
    run("git init --quiet . && git add --all");
  }
  void TearDown() override { fs::remove_all(folder); }

  /// What a step prints, run by bash in the repository as a job would.
  std::string run(const std::string &step, const std::string &environment = "") const {
    const std::string script = folder.string() + ".step";
    std::ofstream(script) << "cd '" << folder.string() << "'\nexport PATH='" STSLINT_PROGRAM_DIR "':\"$PATH\"\n"
                          << "unset GITHUB_ACTIONS\n"
                          << environment << '\n'
                          << step << '\n';
    std::FILE *pipe = popen(("bash '" + script + "'").c_str(), "r");
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
      output.append(buffer.data(), got);
    exit_code = WEXITSTATUS(pclose(pipe));
    fs::remove(script);
    return output;
  }

  /// The characters of a line of a file between two columns.
  std::string text_at(const std::string &file, std::size_t line, std::size_t column, std::size_t end) const {
    std::ifstream in(folder / file);
    std::string text;
    for (; line > 0; --line)
      std::getline(in, text);
    std::string found;
    std::size_t here = 1;
    for (std::string_view rest = text; !rest.empty() && here < end; ++here) {
      const std::size_t length = utf8_length(rest);
      if (here >= column)
        found += rest.substr(0, length);
      rest.remove_prefix(length);
    }
    return found;
  }

  void expect_each_once(const std::map<std::string, int> &seen) const {
    EXPECT_EQ(seen.size(), names.size());
    for (const std::string &name : names)
      EXPECT_TRUE(seen.contains(name) && seen.at(name) == 1) << name;
  }

  void expect_sarif_leads_to_the_mistakes(const std::string &report) const {
    std::map<std::string, int> seen;
    const json log = json::parse(read(folder / report));
    for (const json &result : log["runs"][0]["results"]) {
      if (result["ruleId"] != "unknown-category")
        continue;
      const json &place = result["locations"][0]["physicalLocation"], &region = place["region"];
      const std::string file = percent_decoded(place["artifactLocation"]["uri"]);
      EXPECT_EQ(text_at(file, region["startLine"], region["startColumn"], region["endColumn"]), mistake) << file;
      ++seen[file];
    }
    expect_each_once(seen);
  }

  /// The command of tools/packaging/README.md that writes this report.
  static std::string readme_command(const std::string &report) {
    const std::string readme = read(root / "tools" / "packaging" / "README.md");
    std::smatch match;
    const std::regex command("stslint check [^\n']*" + report + "[^\n']*");
    return std::regex_search(readme, match, command) ? match.str() : "";
  }

  const fs::path folder = fs::temp_directory_path() / ("stslint-ci-" + std::to_string(getpid()));
  mutable int exit_code = 0;
};

TEST_F(Ci, GithubsActionLeadsToTheMistakes) {
  std::smatch match;
  const std::string action = read(root / "action.yml");
  ASSERT_TRUE(std::regex_search(action, match, std::regex("- run: '(.*)'\n")));
  const std::string output =
      run(match[1], "export GITHUB_ACTIONS=true GITHUB_ACTION_PATH='" STSLINT_SOURCE_DIR
                    "' STSLINT_PATHS=. STSLINT_OPTIONS=$'--format=github\\n--format=sarif=stslint.sarif\\n'");
  EXPECT_EQ(exit_code, 1);
  std::map<std::string, int> seen;
  for (const std::string &line : lines_of(output)) {
    if (!line.starts_with("::"))
      continue;
    WorkflowCommand command(line);
    ASSERT_EQ(command.name, "error") << line;
    auto &property = command.properties;
    EXPECT_EQ(text_at(property["file"], std::stoul(property["line"]), std::stoul(property["col"]),
                      std::stoul(property["endColumn"])),
              mistake)
        << line;
    ++seen[property["file"]];
  }
  expect_each_once(seen);
  expect_sarif_leads_to_the_mistakes("stslint.sarif");
}

TEST_F(Ci, GithubsActionAnnotatesWithoutOptions) {
  const std::string output = run("\"$GITHUB_ACTION_PATH/tools/packaging/github_action\"",
                                 "export GITHUB_ACTIONS=true GITHUB_ACTION_PATH='" STSLINT_SOURCE_DIR
                                 "' STSLINT_PATHS=$'plain.json\\n-dash.json\\n' STSLINT_OPTIONS=''");
  EXPECT_TRUE(output.starts_with("::error file=plain.json,line=1,")) << output;
  EXPECT_NE(output.find("\n::error file=-dash.json,line=9,"), std::string::npos) << output;
}

TEST_F(Ci, GitlabsLinesLeadToTheMistakes) {
  const std::string command = readme_command("gl-code-quality-report.json");
  ASSERT_NE(command, "");
  const std::string output = run(command);
  EXPECT_EQ(exit_code, 1) << output;
  std::map<std::string, int> seen;
  for (const json &finding : json::parse(read(folder / "gl-code-quality-report.json"))) {
    if (finding["check_name"] != "unknown-category")
      continue;
    const std::string file = finding["location"]["path"];
    const std::size_t line = finding["location"]["lines"]["begin"];
    EXPECT_NE(text_at(file, line, 1, 1000).find(mistake), std::string::npos) << file;
    ++seen[file];
  }
  expect_each_once(seen);
}

TEST_F(Ci, JenkinsLinesLeadToTheMistakes) {
  const std::string command = readme_command("stslint.sarif");
  ASSERT_NE(command, "");
  run(command);
  EXPECT_EQ(exit_code, 1);
  expect_sarif_leads_to_the_mistakes("stslint.sarif");
  EXPECT_TRUE(fs::exists(folder / "stslint.xml"));
}

} // namespace
} // namespace stslint
