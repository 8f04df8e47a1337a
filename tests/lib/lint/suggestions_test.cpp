// The advice of a finding ends it: its edits, applied alone, take the finding away and bring no new one.
#include "stslint/fix.hpp"
#include "stslint/generate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace stslint {
namespace {

/// A second mistake that the first hides, as the finding about the first marks the value: no advice brings it.
struct Hidden {
  std::string_view first, second, how;
};
constexpr Hidden hidden[] = {
    {"unknown-value", "foreign-model-field", "boundary writes the word of another model into an item"},
    {"unknown-value", "missing-increment", "boundary writes the word of another model into an item"},
    {"fractional-integer", "hasty-expiry", "half a second is also too short"},
    {"invalid-json", "doubtful-service-check", "Python's True is no status either"},
    {"wrong-type", "malformed-tag", "a text in place of the list of tags is no tag either"},
    {"wrong-type", "empty-payload", "the only member with data was null"},
};

bool is_hidden(std::string_view first, std::string_view second) {
  return std::ranges::any_of(hidden, [&](const Hidden &each) { return each.first == first && each.second == second; });
}

std::map<std::string_view, std::size_t> counts(std::span<const Finding> findings) {
  std::map<std::string_view, std::size_t> found;
  for (const Finding &finding : findings)
    ++found[finding.rule->id];
  return found;
}

std::string around(std::string_view text, std::size_t offset) {
  const std::size_t start = offset - std::min<std::size_t>(offset, 100);
  return std::string(text.substr(start, 300));
}

class Suggestions : public testing::TestWithParam<std::string_view> {};

TEST_P(Suggestions, EndTheirFindingAndBringNoNewOne) {
  std::set<std::string_view> tried;
  Generator generator(7, {.kind = GetParam()});
  Linter linter({.now = example_now}), again({.now = example_now});
  for (std::uint64_t i = 0; i < 400; ++i) {
    const Case made = generator.make(i);
    const std::span<const Finding> findings = linter.lint(made.payload, made.form);
    const auto before = counts(findings);
    for (const Finding &finding : findings) {
      const Words words = linter.describe(finding).words;
      if (words.fix.empty())
        continue;
      tried.insert(finding.rule->id);
      const std::string better = edited(made.payload, words.fix), where = around(made.payload, words.fix[0].offset);
      // A second one of its kind may take its place.
      const std::span<const Finding> left = again.lint(better, made.form);
      const auto same = [&](const Finding &other) {
        return other.rule == finding.rule && other.offset == finding.offset;
      };
      EXPECT_TRUE(left.size() < findings.size() || std::ranges::none_of(left, same)) << words.message << '\n' << where;
      for (const auto &[id, count] : counts(left))
        EXPECT_TRUE((before.contains(id) && count <= before.at(id)) || is_hidden(finding.rule->id, id))
            << words.message << " brings " << id << '\n'
            << where;
    }
  }
  EXPECT_FALSE(tried.empty());
}

INSTANTIATE_TEST_SUITE_P(All, Suggestions, testing::Values("fault", "boundary", "time", "syntax", "encoding"),
                         [](const auto &each) { return std::string(each.param); });

} // namespace
} // namespace stslint
