// Payloads in hosts: what is found in them, what it says, and what fixes do to it.
#include "hosts.hpp"

#include "lib/embedded/part.hpp"
#include "lib/lint/detect.hpp"
#include "stslint/generate.hpp"
#include "stslint/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace stslint {
namespace {

/// A shell says more of a placeholder.
std::string without(std::string text, std::string_view words) {
  const std::size_t at = text.find(words);
  return at == std::string::npos ? text : text.erase(at, words.size());
}

using test::Way;
using test::Written;

constexpr std::uint64_t cases_of_a_class = 10;

/// Generated cases of all classes that are one text each.
const std::vector<std::string> &payloads() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    for (const CaseClass &each : case_classes()) {
      if (each.name == "sequence")
        continue;
      Generator generator(7, {.kind = each.name});
      for (std::uint64_t i = 0; i < (each.name == "size" ? 1 : cases_of_a_class); ++i)
        if (std::string payload = generator.make(i).payload; embedded::begins_like_json(payload))
          made.push_back(std::move(payload));
    }
    return made;
  }();
  return all;
}

class InHost : public testing::TestWithParam<Way> {
protected:
  /// Calls `use` with each payload that can be written in this way, the host, and its only block.
  template <class Use> void for_each(const Use &use) {
    std::size_t count = 0;
    for (const std::string &payload : payloads()) {
      if (!GetParam().holds(payload))
        continue;
      const Written host = written(GetParam(), payload);
      SCOPED_TRACE(host.text.substr(0, 3000));
      const std::vector<Block> blocks = blocks_in(host.text, GetParam().host);
      ASSERT_EQ(blocks.size(), 1u);
      use(payload, host, blocks[0]);
      if (HasFailure())
        return;
      ++count;
    }
    EXPECT_GT(count, GetParam().fixable ? 50u : 20u);
  }

  /// Where the payload starts in its block, which may have blanks around.
  static std::size_t start_in(const Block &block, std::string_view payload) {
    return embedded::past_blanks(block.text, 0) - embedded::past_blanks(payload, 0);
  }

  Linter alone_, in_host_;
};

TEST_P(InHost, StandsTheSameTextWithItsPlaces) {
  for_each([](const std::string &payload, const Written &host, const Block &block) {
    const std::size_t start = start_in(block, payload);
    ASSERT_EQ(block.text.substr(start, payload.size()), payload);
    EXPECT_EQ(embedded::past_blanks(block.text, start + payload.size()), block.text.size());
    ASSERT_EQ(block.origins.size(), block.text.size() + 1);
    for (std::size_t at = 0; at < payload.size(); ++at)
      ASSERT_EQ(block.origins[start + at], host.places[at]) << "byte " << at;
  });
}

/// The line and column of an offset.
Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;
  Position position{1, 1};
  position.line += static_cast<std::size_t>(std::ranges::count(before, '\n'));
  for (std::size_t at = line_start; at < offset; at += std::max<std::size_t>(utf8_length(text.substr(at)), 1))
    ++position.column;
  return position;
}

TEST_P(InHost, TheSameIsFound) {
  for_each([&](const std::string &payload, const Written &host, const Block &block) {
    const std::size_t start = start_in(block, payload);
    alone_.settings() = in_host_.settings() = settings_for(block, {.now = example_now, .max_age = example_max_age});
    const auto expected = alone_.lint(block.text), found = in_host_.lint(block, host.text);
    ASSERT_EQ(found.size(), expected.size());
    EXPECT_EQ(in_host_.detection().payload, alone_.detection().payload);
    EXPECT_TRUE(!alone_.detection().payload || may_become_payload(block.text));
    const auto place = [&](std::size_t offset) {
      const std::size_t within = offset - start;
      return offset >= start && within < host.places.size() ? host.places[within] : block.origins[offset];
    };
    for (std::size_t at = 0; at < found.size(); ++at) {
      EXPECT_EQ(found[at].rule->id, expected[at].rule->id);
      EXPECT_EQ(found[at].offset, place(expected[at].offset)) << found[at].rule->id;
      EXPECT_EQ(found[at].offset + found[at].length, place(expected[at].offset + expected[at].length))
          << found[at].rule->id;
      const Description there = in_host_.describe(found[at]), here = alone_.describe(expected[at]);
      EXPECT_EQ(there.pointer, here.pointer);
      EXPECT_EQ(there.start.line, position_of(host.text, found[at].offset).line) << found[at].rule->id;
      EXPECT_EQ(there.start.column, position_of(host.text, found[at].offset).column) << found[at].rule->id;
      // The words may name another place, which is that of the host.
      if (test::lacks(here.words.message, " line ") && test::lacks(here.words.message, " column ")) {
        EXPECT_EQ(without(there.words.message, ": the shell expands nothing between single quotes"),
                  here.words.message);
      }
    }
  });
}

/// Whether an edit begins a line in a text of one line: how a host begins its lines is then unknown.
bool begins_first_line(const Edit &edit, std::string_view text) {
  return !test::lacks(edit.text, "\n") && test::lacks(text, "\n");
}

TEST_P(InHost, FixesChangeTheBlockAlone) {
  std::size_t fixed = 0;
  for_each([&](const std::string &, const Written &host, const Block &block) {
    const Settings settings{.now = example_now, .max_age = example_max_age};
    alone_.settings() = settings_for(block, settings);
    in_host_.settings() = settings;
    alone_.lint(block.text);
    const bool payload = alone_.detection().payload;
    const FixOptions options{.unsafe = true};
    const Fixes wanted = payload ? fixes(alone_, block.text, "auto", options) : Fixes();
    const Fixes found = fixes_in(in_host_, host.text, GetParam().host, "auto", options);
    for (const Edit &edit : found.edits) {
      EXPECT_GE(edit.offset, block.origins.front());
      EXPECT_LE(edit.offset + edit.length, block.origins.back());
    }
    const std::string better = edited(host.text, found.edits);
    if (found.count == 0 && wanted.count > 0) {
      EXPECT_TRUE(!GetParam().fixable || std::ranges::any_of(wanted.edits, [&](const Edit &edit) {
        return begins_first_line(edit, block.text);
      })) << edited(block.text, wanted.edits);
      return;
    }
    const std::vector<Block> after = blocks_in(better, GetParam().host);
    ASSERT_EQ(after.size(), 1u);
    EXPECT_EQ(after[0].text, edited(block.text, wanted.edits));
    EXPECT_EQ(found.count, wanted.count);
    EXPECT_EQ(fixes_in(in_host_, better, GetParam().host, "auto", options).count, 0u);
    fixed += found.count;
  });
  EXPECT_GT(fixed, 10u);
}

INSTANTIATE_TEST_SUITE_P(Ways, InHost, testing::ValuesIn(test::ways()), [](const auto &of) {
  std::string name(of.param.name);
  std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
  return name + std::to_string(of.index);
});

TEST(Blocks, AreNoneInOrdinaryText) {
  constexpr std::string_view prose = "# It's a title\n\nThe sets {a, b} and [1, 2] aren't JSON; `{x}` is code.\n\n"
                                     "```text\nnothing\n```\n\nuse 'it' \"so\": $(x) <<< word\n";
  for (std::size_t host = 0; host < hosts; ++host)
    for (const Block &block : blocks_in(prose, static_cast<Host>(host))) {
      Linter linter;
      linter.settings() = settings_for(block, {});
      linter.lint(block, prose);
      EXPECT_FALSE(linter.detection().payload) << block.text;
    }
  EXPECT_TRUE(blocks_in("name: web\nports: [80]\n", Host::yaml).empty());
  EXPECT_TRUE(blocks_in("echo 'it' \"so\" <<< word\n", Host::shell).empty());
}

/// A quote in a comment, a word of a here-document that never comes, a fence or a bracket that stays open.
TEST(Blocks, WhatNobodyClosesHidesNothing) {
  const std::string payload = R"({"collection_timestamp": 1, "internalHostname": "h", "events": {}})";
  struct Case {
    Host host;
    std::string_view before, after;
  };
  for (const auto &[host, before, after] : {Case{Host::shell, "# don't\ncat <<EOF\nx '", "'\n# isn't \"{\n'[\n"},
                                            Case{Host::powershell, "# don't\nx '", "'\n\"{\n@'{\n"},
                                            Case{Host::code, "// don't \"{\n// '[\nx('", "')\n\"\"\"{\n`[\n"},
                                            Case{Host::yaml, "a: {\"b\": [\nx: '", "'\ny: \"{\n"},
                                            Case{Host::markdown, "don't `\n```\n", "\n```\n```json\n[1, \n"}}) {
    const std::string text = std::string(before) + payload + std::string(after);
    const std::vector<Block> blocks = blocks_in(text, host);
    EXPECT_TRUE(std::ranges::any_of(blocks, [&](const Block &block) { return block.text.starts_with(payload); }))
        << text;
  }
}

} // namespace
} // namespace stslint
