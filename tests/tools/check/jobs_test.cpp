// What is reported does not depend on how many threads look for it.
#include "command_line/console.hpp"
#include "program/cli.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace stslint {
namespace {

const std::string good = R"({"internalHostname": "a", "collection_timestamp": 1607432950, "metrics": )"
                         R"([["app.load", 1607432944, 0.5, {"hostname": "a", "type": "gauge"}]]})";
const std::string bad = R"({"internalHostname": 7, "collection_timestamp": 1607432950})";
const std::string broken = R"({"internalHostname": "a", )";

/// All that a run prints, and its exit code.
std::string checked(std::vector<std::string> arguments, const std::string &jobs, const std::string &stdin_text = "") {
  std::istringstream in(stdin_text);
  std::ostringstream out, err;
  Console console{in, out, err};
  arguments.insert(arguments.begin(), {"check", "--jobs", jobs, "--no-config", "--no-baseline"});
  const int code = run(arguments, console);
  return out.str() + err.str() + std::to_string(code);
}

void expect_same(const std::vector<std::string> &arguments, const std::string &stdin_text = "") {
  for (const std::string format : {"concise", "json"}) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--format", format});
    const std::string one = checked(all, "1", stdin_text);
    for (const std::string jobs : {"2", "8"})
      ASSERT_EQ(checked(all, jobs, stdin_text), one) << format << " with " << jobs << " jobs";
  }
}

/// Lines of a few blocks, of which every one in `rate` is bad.
std::string lines(std::size_t rate, std::size_t first_length) {
  std::string text = std::string(first_length, ' ') + good + '\n';
  for (std::size_t i = 1; text.size() < (std::size_t{5} << 18); ++i)
    text += (i % rate != 0 ? good : i % 2 == 0 ? bad : broken) + (i % 7 == 0 ? "\r\n\n" : "\n");
  return text;
}

class Jobs : public testing::Test {
protected:
  void SetUp() override { std::filesystem::create_directories(folder); }
  void TearDown() override { std::filesystem::remove_all(folder); }

  void write(const std::string &name, const std::string &text) const {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << text;
  }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("stslint-jobs-" + std::to_string(getpid()));
};

TEST_F(Jobs, FindNothingElseInAStream) {
  for (const std::size_t rate : {100000u, 50u, 1u})
    expect_same({"--stdin-filename", "a.ndjson", "-"}, lines(rate, rate % 97));
}

TEST_F(Jobs, FindNothingElseInAStreamWithoutALastLineBreak) {
  expect_same({"--stdin-filename", "a.ndjson", "-"}, lines(1000, 0) + bad);
}

TEST_F(Jobs, FindNothingElseInLongLines) {
  const std::string wide(std::size_t{5} << 20, ' ');
  std::string text = lines(1000, 0);
  for (int i = 0; i < 2; ++i)
    text += wide + bad + '\n' + good + '\n' + wide.substr(wide.size() / 3) + bad + '\n' + lines(1000, 1);
  expect_same({"--stdin-filename", "a.ndjson", "-"}, text);
}

TEST_F(Jobs, KnowStreamsThatAreNoPayloads) {
  write("no.ndjson", "\n{\"name\": \"x\"}\n" + lines(10, 0));
  write("late.ndjson", std::string(std::size_t{3} << 18, '\n') + lines(1000, 0));
  expect_same({folder.string()});
  expect_same({"--detect", (folder / "no.ndjson").string(), (folder / "late.ndjson").string()});
}

TEST_F(Jobs, FindNothingElseInAStreamOfPartsOfPayloads) {
  std::string text;
  for (int i = 0; i < 20000; ++i)
    text += R"({"msg_title": "a", "msg_text": "b", "timestamp": 1607432950, "event_type": "C"})"
            "\n" +
            good + '\n';
  expect_same({"--stdin-filename", "a.ndjson", "-"}, text);
}

TEST_F(Jobs, FindNothingElseInAFolder) {
  for (int i = 0; i < 400; ++i) {
    const std::string name = std::to_string(i) + ".json";
    write((i % 3 == 0 ? "a/" : "b/c/") + name, i % 50 == 7   ? bad
                                               : i % 20 == 3 ? R"({"name": "x"})"
                                               : i == 99     ? broken
                                                             : good);
  }
  write("a/large.ndjson", lines(500, 0));
  write("a/small.ndjson", good + '\n' + bad + '\n' + good);
  write("b/bad.json.gz", "none");
  write("b/unreadable.json", good);
  std::filesystem::permissions(folder / "b/unreadable.json", std::filesystem::perms::none);
  expect_same({folder.string()});
  expect_same({folder.string(), "--stdin-filename", "b.ndjson", "-", (folder / "a").string(), "nowhere.json"},
              lines(1000, 0));
  expect_same({folder.string(), "--as", "payload", "--max-findings", "1"});
}

TEST_F(Jobs, ComeUponAWrongConfigurationInItsTurn) {
  for (int i = 0; i < 400; ++i)
    write((i < 200 ? "a/" : "b/") + std::to_string(i) + ".json", i == 77 ? bad : good);
  write("b/.stslint.json", R"({"ignored": []})");
  for (const std::string jobs : {"1", "2", "8"}) {
    std::istringstream in;
    std::ostringstream out, err;
    Console console{in, out, err};
    const std::vector<std::string> arguments = {"check", "--jobs", jobs, "--format", "concise", folder.string()};
    EXPECT_EQ(run(arguments, console), 2);
    EXPECT_NE(out.str().find("77.json:1:22: error[wrong-type]"), std::string::npos) << out.str();
    EXPECT_NE(err.str().find("ignored"), std::string::npos) << err.str();
  }
}

TEST_F(Jobs, JudgeByTheConfigurationOfEachFolder) {
  for (int i = 0; i < 400; ++i)
    write((i % 2 == 0 ? "a/" : "b/") + std::to_string(i) + ".json", i % 90 < 2 ? bad : good);
  write("b/.stslint.json", R"({"ignore": ["wrong-type"]})");
  const auto found = [&](const std::string &jobs) {
    std::istringstream in;
    std::ostringstream out, err;
    Console console{in, out, err};
    const std::vector<std::string> arguments = {"check", "--jobs", jobs, "--format", "concise", folder.string()};
    EXPECT_EQ(run(arguments, console), 1) << err.str();
    return out.str();
  };
  EXPECT_EQ(std::ranges::count(found("1"), '\n'), 6) << found("1");
  EXPECT_EQ(found("2"), found("1"));
  EXPECT_EQ(found("8"), found("1"));
}

} // namespace
} // namespace stslint
