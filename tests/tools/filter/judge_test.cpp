// Whatever the bytes are, and wherever a block ends: each line comes out once, in its place.
#include "filter/judge.hpp"
#include "support/mutated.hpp"

#include "encode/base64.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stslint {
namespace {

constexpr double now = 1607432950;

const std::string lines =
    "{\"internalHostname\": \"w\\u00e9b\xc3\xa9\", \"collection_timestamp\": 1607432950}\r\n"
    "\n"
    "{\"internalHostname\": 7, \"collection_timestamp\": 1607432950}\n"
    " \t\n"
    "\xff\n"
    "{\"payload\": \"{\\\"internalHostname\\\": \\\"a\\\"}\", \"offset\": 1}\n"
    "{\"internalHostname\": \"a\", \"metrics\": [[\"a\", 1607432944, 1, {\"type\": \"Gauge\"}]]}\n"
    "{\"internalHostname\": \"";

/// The line that a letter is about, with the line break that it had.
std::string line_in(std::string_view letter) {
  const nlohmann::json json = nlohmann::json::parse(letter);
  EXPECT_EQ(letter.back(), '\n');
  EXPECT_TRUE(!json["findings"].empty() || json.contains("error")) << letter;
  return (json.contains("text") ? json["text"].get<std::string>()
                                : from_base64(json["text_base64"].get<std::string>())) +
         '\n';
}

/// What comes of `text`: its good lines, and the lines in the letters, in their order.
std::string put_together(const FilterOptions &options, std::string_view text, JudgedLines &judged) {
  Linter linter;
  Judge judge(options);
  judge.judge(linter, text, {}, now, judged);
  std::string out;
  for (const Segment &segment : judged.segments)
    out += segment.bad ? line_in(segment.text) : std::string(segment.text);
  if (!text.empty() && text.back() != '\n' && judged.segments.size() > 1 && out.size() == text.size() + 1)
    out.pop_back(); // a letter ends with a line break even if its line did not
  return out;
}

FilterOptions options_with(const std::string &envelope = "") {
  FilterOptions options;
  options.no_config = true;
  options.envelope = envelope;
  return options;
}

TEST(Judge, PassesEachLineOnOrAsideWhateverItsBytes) {
  for (const std::string envelope : {"", "/payload", "/*/0"})
    for (unsigned seed = 0; seed < 300; ++seed) {
      const std::string text = seed == 0 ? lines : test::mutated(lines, seed);
      JudgedLines judged;
      ASSERT_EQ(put_together(options_with(envelope), text, judged), text) << seed << ' ' << envelope;
      ASSERT_LE(judged.bad(), judged.lines);
    }
}

TEST(Judge, CountsTheLines) {
  JudgedLines judged;
  put_together(options_with(), lines, judged);
  EXPECT_EQ(judged.lines, 8u);
  EXPECT_EQ(judged.bad(), 5u);
  EXPECT_EQ(judged.fixed(), 0u);
  put_together(options_with(), "", judged);
  EXPECT_EQ(judged.lines, 0u);
}

TEST(Judge, SaysTheSameWhereverABlockEnds) {
  JudgedLines whole;
  put_together(options_with(), lines, whole);
  std::string expected, expected_letters;
  for (const Segment &segment : whole.segments)
    (segment.bad ? expected_letters : expected) += segment.text;
  for (std::size_t cut = lines.find('\n') + 1; cut != 0; cut = lines.find('\n', cut) + 1) {
    std::string good, letters;
    Linter linter;
    const FilterOptions options = options_with();
    Judge judge(options);
    Record from;
    for (const std::string_view part : {std::string_view(lines).substr(0, cut), std::string_view(lines).substr(cut)}) {
      JudgedLines judged;
      judge.judge(linter, part, from, now, judged);
      for (const Segment &segment : judged.segments)
        (segment.bad ? letters : good) += segment.text;
      from.offset += part.size();
      from.line += judged.lines;
    }
    EXPECT_EQ(good, expected);
    EXPECT_EQ(letters, expected_letters) << cut;
  }
}

TEST(Judge, EndsAfterABadLine) {
  FilterOptions options = options_with();
  options.fix = true;
  Linter linter;
  Judge judge(options);
  JudgedLines whole;
  judge.judge(linter, lines, {}, now, whole);
  for (std::size_t most = 1; most <= whole.bad(); ++most) {
    JudgedLines judged;
    judge.judge(linter, lines, {}, now, judged);
    judged.end_after(most);
    EXPECT_EQ(judged.bad(), most);
    EXPECT_TRUE(judged.segments.back().bad);
    EXPECT_LE(judged.lines, whole.lines);
    // The lines that remain are judged as before.
    std::string out, expected;
    for (const Segment &segment : judged.segments)
      out += segment.text;
    for (const Segment &segment : whole.segments)
      expected += segment.text;
    EXPECT_TRUE(expected.starts_with(out));
    EXPECT_EQ(std::ranges::count(out, '\n'), static_cast<std::ptrdiff_t>(judged.lines));
  }
}

TEST(Judge, FixesALineAndNothingElse) {
  FilterOptions options = options_with();
  options.fix = true;
  JudgedLines judged;
  Linter linter;
  Judge judge(options);
  judge.judge(linter, lines, {}, now, judged);
  std::string good;
  for (const Segment &segment : judged.segments)
    good += segment.bad ? "" : segment.text;
  EXPECT_NE(good.find("{\"type\": \"gauge\"}]]}\n"), std::string::npos) << good;
  EXPECT_TRUE(good.starts_with(lines.substr(0, lines.find('\n') + 2))) << good;
  EXPECT_EQ(judged.bad() + judged.fixed(), 5u);
}

} // namespace
} // namespace stslint
