// The formats that people see through a service, over every rule's examples in files with hostile names.
#include "support/report.hpp"
#include "support/workflow_command.hpp"

#include <gtest/gtest.h>
#if __has_include(<pugixml.hpp>)
#include <pugixml.hpp>
#endif

#include <algorithm>

namespace stslint {
namespace {

using namespace test;

bool visible(const std::string &text) {
  return std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

TEST(Github, IsOneCommandALineErrorsFirst) {
  ExampleCounts counts;
  auto lines = lines_of(report_of_examples("github", true, &counts));
  ASSERT_EQ(lines.size(), counts.findings + 1) << "and the summary";
  EXPECT_FALSE(lines.back().starts_with("::"));
  lines.pop_back();
  const std::vector<std::string> kinds = {"error", "warning", "notice"};
  std::size_t worst = 0;
  // What the runner does not decode is shown, not written: the escape and the turned text.
  const std::string shown_name = replaced_all(replaced_all(hostile_name, "\x1b", "\\u001b"), "\u202e", "\\u202e");
  for (const std::string &line : lines) {
    EXPECT_TRUE(visible(line)) << line;
    const WorkflowCommand command(line);
    const auto kind = static_cast<std::size_t>(std::ranges::find(kinds, command.name) - kinds.begin());
    ASSERT_LT(kind, kinds.size()) << line;
    EXPECT_GE(kind, worst) << "errors come first";
    worst = kind;
    EXPECT_TRUE(command.properties.at("file").starts_with(shown_name)) << line;
    EXPECT_NE(find_rule(command.properties.at("title")), nullptr) << line;
    EXPECT_GE(std::stoi(command.properties.at("line")), 1);
    EXPECT_GE(std::stoi(command.properties.at("endLine")), std::stoi(command.properties.at("line")));
    EXPECT_EQ(command.properties.contains("col"), command.properties.at("endLine") == command.properties.at("line"));
    EXPECT_TRUE(command.message.starts_with("./::error::a")) << "no line of the log can be a command";
  }
}

TEST(Text, StartsNoLineLikeACommand) {
  for (const std::string format : {"text", "concise"})
    for (const std::string &line : lines_of(report_of_examples(format, true))) {
      EXPECT_TRUE(visible(line)) << line;
      EXPECT_FALSE(line.starts_with("::") || line.find("##[") != std::string::npos) << line;
    }
}

TEST(Junit, IsXmlWhoseCountsAddUp) {
#if __has_include(<pugixml.hpp>)
  for (const bool bad : {true, false}) {
    ExampleCounts counts;
    const std::string text = report_of_examples("junit", bad, &counts);
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size());
    ASSERT_TRUE(result) << result.description() << " at " << result.offset;
    const pugi::xml_node suites = document.child("testsuites"), suite = suites.child("testsuite");
    std::size_t cases = 0, failures = 0;
    for (const pugi::xml_node test_case : suite.children()) {
      ++cases;
      failures += test_case.child("failure") ? 1 : 0;
      EXPECT_STREQ(test_case.name(), "testcase");
      EXPECT_STREQ(test_case.attribute("classname").value(), "stslint");
      EXPECT_TRUE(std::string(test_case.attribute("name").value()).starts_with("::error::a\\u000a::warning"));
      for (const pugi::xml_node failure : test_case.children("failure"))
        EXPECT_NE(std::string(failure.attribute("message").value()).find("1 error"), std::string::npos);
    }
    EXPECT_EQ(cases, counts.files);
    EXPECT_EQ(failures, counts.failing_files);
    for (const pugi::xml_node counted : {suites, suite}) {
      EXPECT_EQ(counted.attribute("tests").as_uint(), cases);
      EXPECT_EQ(counted.attribute("failures").as_uint(), failures);
      EXPECT_EQ(counted.attribute("errors").as_uint(), 0u);
    }
  }
#else
  GTEST_SKIP() << "pugixml is missing: apt-get install libpugixml-dev";
#endif
}

} // namespace
} // namespace stslint
