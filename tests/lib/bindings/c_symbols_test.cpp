// The shared library for C as a loader sees it.
#include "support/recorded.hpp"
#include "support/symbols.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace stslint {
namespace {

using test::names;
using test::root;

/// The list changes when a function is added; a name never leaves it.
TEST(CSymbols, AreThoseOfTheRecord) {
  std::string text;
  for (const std::string &name : names("--dynamic --defined-only --with-symbol-versions", STSLINT_SHARED))
    text += name + '\n';
  test::expect_recorded(root / "tests/lib/bindings/symbols.txt", text);
}

TEST(CSymbols, AreThoseOfTheHeader) {
  std::set<std::string> declared = {"STSLINT_0"};
  const std::string header = test::read(root / "lib/include/stslint/stslint.h");
  const std::regex function(R"(STSLINT_API [a-z_ ]+\*?(stslint_[a-z_]+)\()");
  for (std::sregex_iterator match(header.begin(), header.end(), function), end; match != end; ++match)
    declared.insert((*match)[1]);
  EXPECT_GT(declared.size(), 10u);
  EXPECT_EQ(names("--dynamic --defined-only --without-symbol-versions", STSLINT_SHARED), declared);
}

/// It runs where there is no library of C++. A sanitizer brings libraries of its own.
TEST(CSymbols, NeedTheCLibraryAlone) {
  if (std::string_view(STSLINT_CXXFLAGS).find("-fsanitize") != std::string_view::npos)
    GTEST_SKIP() << "a sanitizer brings libraries of its own";
  const std::string needed = test::output_of("readelf -d '" STSLINT_SHARED "' | grep NEEDED");
  EXPECT_EQ(needed.find("stdc++"), std::string::npos) << needed;
  EXPECT_EQ(needed.find("libgcc"), std::string::npos) << needed;
}

} // namespace
} // namespace stslint
