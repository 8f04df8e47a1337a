// One slip is one finding, and its fix gives back the payload as it was: of how many in a hundred, by kind of slip.
#include "support/files.hpp"
#include "support/slips.hpp"

#include "stslint/fix.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stslint {
namespace {

struct Bound {
  const char *kind;
  std::size_t told_once, given_back; ///< in a hundred, at least
};
void PrintTo(const Bound &bound, std::ostream *out) { *out << bound.kind; }

constexpr Bound bounds[] = {{"lost_opening_brace", 98, 98},
                            {"lost_opening_bracket", 98, 98},
                            {"lost_closing_brace", 98, 98},
                            {"lost_closing_bracket", 98, 98},
                            {"lost_bracket_and_comma", 98, 98},
                            {"lost_comma", 98, 98},
                            {"lost_colon", 98, 98},
                            {"lost_opening_quote", 98, 95},
                            {"lost_closing_quote", 98, 95},
                            {"lost_or_doubled_line", 90, 85},
                            {"doubled_opening_brace", 98, 98},
                            {"doubled_opening_bracket", 98, 98},
                            {"doubled_closing_brace", 98, 98},
                            {"doubled_closing_bracket", 98, 98},
                            {"doubled_comma", 98, 98},
                            {"doubled_colon", 98, 98},
                            {"mistaken_opening_brace", 98, 98},
                            {"mistaken_opening_bracket", 98, 98},
                            {"mistaken_closing_brace", 98, 98},
                            {"mistaken_closing_bracket", 98, 98},
                            {"mistaken_comma", 98, 90},
                            {"mistaken_colon", 98, 98}};

struct Payload {
  nlohmann::ordered_json json;
  std::map<std::string, std::vector<std::string>> slips;
};

/// Examples as people write them, and as programs do.
const std::vector<Payload> &payloads() {
  static const std::vector<Payload> all = [] {
    std::vector<Payload> made;
    for (const char *name : {"deployment.json", "health.json", "metrics.json", "topology.json"}) {
      const auto json = nlohmann::ordered_json::parse(test::read(test::root / "schema" / "examples" / name));
      for (const std::string &text : {json.dump(2) + '\n', json.dump()})
        made.push_back({json, test::Slips(text).by_kind()});
    }
    return made;
  }();
  return all;
}

/// Whether nothing but what a lost line held is missing in `part`: no value stands elsewhere.
bool is_part_of(const nlohmann::ordered_json &part, const nlohmann::ordered_json &whole) {
  if (part.is_object() && whole.is_object())
    return std::ranges::all_of(part.items(), [&](const auto &member) {
      return whole.contains(member.key()) && is_part_of(member.value(), whole[member.key()]);
    });
  if (!part.is_array() || !whole.is_array())
    return part == whole;
  auto next = whole.begin();
  return std::ranges::all_of(part, [&](const auto &item) {
    while (next != whole.end() && !is_part_of(item, *next))
      ++next;
    return next != whole.end();
  });
}

std::size_t count_of_problems(Linter &linter, std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      linter.lint(text), [](const Finding &finding) { return finding.rule->severity != Severity::info; }));
}

class OneSlip : public testing::TestWithParam<Bound> {};

TEST_P(OneSlip, IsOneFindingAndItsFixGivesThePayloadBack) {
  const auto &[kind, told_once, given_back] = GetParam();
  Linter linter;
  std::size_t all = 0, once = 0, back = 0;
  for (const auto &[json, slips] : payloads()) {
    if (!slips.contains(kind)) // compact text has one line
      continue;
    for (const std::string &text : slips.at(kind)) {
      ++all;
      once += count_of_problems(linter, text) == 1 ? 1 : 0;
      const std::string safely = edited(text, fixes(linter, text).edits);
      const auto safe = nlohmann::ordered_json::parse(safely, nullptr, false);
      EXPECT_TRUE(safe.is_discarded() || is_part_of(safe, json)) << "--fix makes another payload of it: " << text;
      const std::string fixed = edited(text, fixes(linter, text, "auto", {.unsafe = true}).edits);
      back += nlohmann::ordered_json::parse(fixed, nullptr, false) == json ? 1 : 0;
    }
  }
  ASSERT_GT(all, 20u);
  EXPECT_GE(once * 100, all * told_once) << once << " of " << all;
  EXPECT_GE(back * 100, all * given_back) << back << " of " << all;
}

INSTANTIATE_TEST_SUITE_P(Kinds, OneSlip, testing::ValuesIn(bounds), [](const auto &each) { return each.param.kind; });

} // namespace
} // namespace stslint
