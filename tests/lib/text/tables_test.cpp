// The tables of texts beside this file: each line is a test, and both ways to be wrong are counted.
#include "support/files.hpp"

#include "stslint/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <sstream>
#include <vector>

namespace stslint {
namespace {

struct Line {
  bool meant; ///< as the kind that the table is of
  std::string text, part;
};

std::vector<Line> table(const std::string &name) {
  std::istringstream in(test::read(test::root / "tests" / "lib" / "text" / (name + "s.tsv")));
  std::vector<Line> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with('#')) {
      std::istringstream fields(line);
      std::string kind;
      Line &to = lines.emplace_back();
      std::getline(fields, kind, '\t');
      std::getline(fields, to.text, '\t');
      std::getline(fields, to.part, '\t');
      to.meant = kind == name;
      EXPECT_TRUE(to.meant || kind == "ordinary") << line;
    }
  EXPECT_GE(std::ranges::count_if(lines, &Line::meant), 50) << "too few to measure recall";
  EXPECT_GE(std::ranges::count_if(lines, std::not_fn(&Line::meant)), 50) << "too few to measure precision";
  return lines;
}

/// Every line as it should be: precision and recall of 1.
template <typename Seen> void expect_all(const std::string &name, Seen seen) {
  std::size_t found = 0, rightly = 0, meant = 0;
  for (const Line &line : table(name)) {
    const bool is = seen(line);
    found += is ? 1 : 0;
    rightly += is && line.meant ? 1 : 0;
    meant += line.meant ? 1 : 0;
    EXPECT_EQ(is, line.meant) << line.text;
  }
  EXPECT_TRUE(rightly == found && rightly == meant)
      << name << ": precision " << rightly << '/' << found << ", recall " << rightly << '/' << meant;
}

TEST(Tables, PlaceholdersAreToldFromOrdinaryText) {
  expect_all("placeholder", [](const Line &line) {
    const bool seen = placeholder_in(line.text).has_value();
    EXPECT_TRUE(!seen || (text_marks_of(line.text) & may_hold_placeholder) != 0) << line.text;
    return seen;
  });
}

TEST(Tables, SecretsAreToldFromOrdinaryText) {
  expect_all("secret", [](const Line &line) {
    std::string hidden = line.text;
    if (const std::size_t at = hidden.find(line.part); line.meant && at != std::string::npos)
      hidden.replace(at, line.part.size(), line.part.size(), '*');
    EXPECT_EQ(masked(line.text), hidden) << line.text;
    return masked(line.text) != line.text;
  });
}

} // namespace
} // namespace stslint
