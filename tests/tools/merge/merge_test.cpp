// However a file is cut into parts, and in whatever order their reports come: together they are the report of the
// whole.
#include "merge/merger.hpp"
#include "support/mutated.hpp"
#include "support/program.hpp"

#include "stslint/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <unistd.h>

namespace stslint {
namespace {

const std::string lines =
    R"({"internalHostname": "a", "collection_timestamp": 1607432950, "events": {"app.a": [{"msg_text": "é", )"
    R"("timestamp": 1607432944, "context": {"category": "changes"}}, {"msg_title": 7, "timestamp": 1607439999}]}})"
    "\n\n"
    R"({"internalHostname": 7, "collection_timestamp": 1607432950, "metrics": [["a", 1, 2, {"type": "Gauge"}]]})"
    "\r\n"
    R"({"internalHostname": "a", "collection_timestamp": 1607432950, "metrics": []})"
    "\n"
    R"({"internalHostname": "a", "events": {"app.b": [{"timestamp": 5}], "app.b": [{"timestamp": "x"}], "c": {}}})"
    "\n{\"broken\": \n"
    R"({"internalHostname": "a")";

class Merge : public testing::Test {
protected:
  void SetUp() override { std::filesystem::create_directories(folder); }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string report(const std::string &format, const std::string &range) {
    std::vector<std::string> arguments = {"check",    "--no-config", "--no-baseline", "--now",        "1607432950",
                                          "--format", format,        "--name",        "lines.ndjson", file};
    if (!range.empty())
      arguments.insert(arguments.end(), {"--byte-range", range});
    return test::printed(arguments);
  }

  void write(const std::string &text) { std::ofstream(file, std::ios::binary) << text; }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("stslint-merge-" + std::to_string(::getpid()));
  const std::string file = folder / "lines.ndjson";
};

TEST_F(Merge, OfAnyPartsInAnyOrderIsTheReportOfTheWhole) {
  std::mt19937 random(1);
  for (unsigned seed = 0; seed < 40; ++seed) {
    const std::string text = seed == 0 ? lines : test::mutated(lines + '\n' + lines, seed);
    write(text);
    std::vector<std::size_t> cuts = {0};
    for (std::size_t i = random() % 5; i > 0; --i)
      cuts.push_back(random() % 3 == 0 ? 0 : random() % (text.size() + 1)); // parts without a byte, too
    std::ranges::sort(cuts);
    for (const std::string format : {"summary", "json", "jsonl", "sarif", "junit"}) {
      std::vector<std::string> parts;
      for (std::size_t i = 0; i < cuts.size(); ++i)
        parts.push_back(
            report(format, std::to_string(cuts[i]) + ':' + (i + 1 < cuts.size() ? std::to_string(cuts[i + 1]) : "")));
      std::ranges::shuffle(parts, random);
      Merger merger;
      for (const std::string &part : parts)
        merger.add(part);
      ASSERT_EQ(merger.result(), report(format, "")) << seed << ' ' << format << ' ' << text;
    }
  }
}

TEST_F(Merge, RefusesAPartTwiceAndAMissingPart) {
  write(lines);
  const std::string cut = std::to_string(lines.find("\r\n"));
  for (const std::string format : {"summary", "json", "jsonl", "sarif", "junit"}) {
    Merger merger;
    const std::string first = report(format, "0:" + cut), rest = report(format, cut + ':');
    const auto add_all = [&] {
      for (const std::string &part : {first, rest, first})
        merger.add(part);
      merger.result();
    };
    EXPECT_THROW(add_all(), Error) << format;
  }
  Merger merger;
  merger.add(report("summary", cut + ':'));
  EXPECT_THROW(merger.result(), Error);
}

TEST_F(Merge, OfAnEmptyFileCountsItOnce) {
  write("");
  for (const std::vector<std::string> &ranges : {std::vector<std::string>{"0:0", "0:0", "0:"}, {"0:7", "7:"}}) {
    Merger merger;
    for (const std::string &range : ranges)
      merger.add(report("json", range));
    EXPECT_EQ(merger.result(), report("json", "")) << ranges[0];
  }
}

/// What a merge of this report says.
std::string refusal(const std::string &report) {
  try {
    Merger merger;
    merger.add(report);
    return merger.result();
  } catch (const Error &error) {
    return error.what();
  }
}

TEST_F(Merge, RefusesNumbersThatAreNoCounts) {
  write(lines);
  for (const std::string format : {"summary", "json", "jsonl"}) {
    const std::string whole = report(format, "");
    const std::string member = format == "summary" ? "\"count\":" : "\"column\":";
    const std::size_t at = whole.rfind(member) + member.size();
    const std::size_t end = whole.find_first_not_of("0123456789", at);
    const auto line =
        std::to_string(std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
    for (const std::string number : {"-1", "1.5", "1e3", "18446744073709551615", "1000000000000000"})
      EXPECT_TRUE(refusal(whole.substr(0, at) + number + whole.substr(end))
                      .starts_with("line " + line + ": the number " + number))
          << format << ' ' << refusal(whole.substr(0, at) + number + whole.substr(end));
    EXPECT_EQ(refusal(whole), whole);
    const std::string high = whole.substr(0, at) + "999999999999999" + whole.substr(end);
    EXPECT_EQ(refusal(high), high);
  }
}

TEST_F(Merge, SaysThatAReportWasCutOff) {
  write(lines);
  for (const std::string format : {"summary", "json", "jsonl", "sarif", "junit"}) {
    const std::string whole = report(format, "");
    // The list of all rules comes first in SARIF, and it is long.
    const std::size_t begin = format == "sarif" ? whole.find("\"results\"") : format == "junit" ? 80 : 12;
    for (std::size_t size = begin; size + 2 < whole.size(); size += format == "sarif" ? 97 : 7) {
      const std::string said = refusal(whole.substr(0, size));
      const bool between_lines = format == "jsonl" && (whole[size] == '\n' || whole[size - 1] == '\n');
      ASSERT_TRUE(between_lines || said.ends_with("cut off or is damaged; lint that part again"))
          << format << ' ' << size << said;
    }
  }
}

TEST(MergeOfHostileReports, IsRefusedInOneLine) {
  for (const char *text : {"{",
                           "[]",
                           "7",
                           "{\"stslint\": 1}",
                           "{\"findings\": 1}",
                           "{\"findings\": [], \"summary\": []}",
                           "{\"findings\": [], \"summary\": {}}",
                           "{\"findings\": [], \"summary\": {\"inputs\": 1, \"continued\": 2}}",
                           "{\"findings\": [{}], \"summary\": {}}",
                           "{\"summary\": {\"inputs\": \"x\"}, \"findings\": []}",
                           "{\"file\": 1}",
                           "\xff",
                           "{\"runs\": 1}",
                           "{\"runs\": [{}]}",
                           "{\"runs\": []}",
                           "{\"suppress\": 1}",
                           "{\"suppress\": [{}]}",
                           "{\"suppress\": [{\"rule\": 7, \"count\": 1}]}",
                           "{\"suppress\": [{\"count\": -1}]}",
                           "{\"suppress\": [{\"count\": 0}]}",
                           "<?xml ?><testsuites name=\"stslint\" tests=\"2\"></testsuite>\n</testsuites>\n",
                           "<?xml ?><testsuites name=\"stslint\"",
                           "<?xml ?><testsuites name=\"stslint\"><testcase ></testsuite>\n</testsuites>\n",
                           "<?xml ?><testsuites name=\"other\"></testsuites>"}) {
    Merger merger;
    EXPECT_THROW(
        {
          merger.add(text);
          merger.result();
        },
        Error)
        << text;
  }
  const std::string brackets(100000, '['), closing(100000, ']');
  for (const std::string &text :
       {brackets, brackets + closing,
        R"({"summary": {"inputs": 1}, "findings": [{"file": "a", "offset": 1, "x": )" + brackets + closing + "}]}"}) {
    Merger deep;
    EXPECT_THROW(deep.add(text), Error);
  }
}

} // namespace
} // namespace stslint
