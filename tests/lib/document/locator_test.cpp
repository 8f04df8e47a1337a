#include "stslint/document.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

const std::string text = "{\n  \"ä\": [1,\r\n\t{\"a/b~\": true}, 2],\n  \"c\": \"😀\" }";

TEST(Locator, CountsLinesAndCodePointsFromOne) {
  Document document;
  document.parse(text);
  Locator locator(document);
  const auto at = [&](std::string_view what) {
    const Position p = locator.position(static_cast<std::uint32_t>(text.find(what)));
    return std::to_string(p.line) + ':' + std::to_string(p.column);
  };
  EXPECT_EQ(at("{"), "1:1");
  EXPECT_EQ(at("["), "2:8");
  EXPECT_EQ(at("true"), "3:11");
  EXPECT_EQ(at("}, 2"), "3:15");
  EXPECT_EQ(at(" }"), "4:11");
  EXPECT_EQ(at("[1"), "2:8") << "backwards too";
  EXPECT_EQ(locator.position(static_cast<std::uint32_t>(text.size())).column, 13u);
  EXPECT_EQ(locator.position(1000).line, 4u);
}

TEST(Locator, CatchesUpWithAnother) {
  std::string lines;
  for (int line = 0; lines.size() < 100000; ++line)
    lines += std::string(static_cast<std::size_t>(line % 50), 'x') + "ä\n";
  Document document;
  document.parse(lines);
  Locator ahead(document), behind(document);
  for (const std::uint32_t offset : {10u, 40000u, 39000u, 90000u, 20000u, 99000u, 3u}) {
    ahead.position(offset);
    behind.catch_up(ahead);
    for (const std::uint32_t other : {offset + 5, offset / 2, offset + 900}) {
      const Position got = behind.position(other), wanted = Locator(document).position(other);
      EXPECT_EQ(std::pair(got.line, got.column), std::pair(wanted.line, wanted.column)) << offset << ' ' << other;
    }
  }
}

/// Lines of all lengths, and bytes that are not UTF-8, asked for in any order.
TEST(Locator, CountsAsIfFromTheStart) {
  std::string lines;
  for (const std::size_t length : std::vector<std::size_t>{0, 1, 7, 8, 9, 16383, 16384, 3, 50000, 0, 20, 16385})
    (lines += std::string(length, 'x')).append("ä\xff\n");
  std::vector<Position> wanted(lines.size());
  Position at;
  for (std::size_t offset = 0; offset < lines.size(); ++offset) {
    wanted[offset] = at;
    const bool in_character = lines[offset] == "ä"[0];
    at = lines[offset] == '\n' ? Position{at.line + 1, 1} : Position{at.line, at.column + (in_character ? 0 : 1)};
  }
  Locator locator(lines);
  for (std::size_t step = 0, offset = 0; step < 20000; ++step, offset = (offset * 7 + step * 31 + 1) % lines.size()) {
    const Position got = locator.position(static_cast<std::uint32_t>(offset));
    ASSERT_EQ(std::pair(got.line, got.column), std::pair(wanted[offset].line, wanted[offset].column)) << offset;
  }
}

TEST(Locator, WithinACharacterIsItsColumn) {
  Document document;
  document.parse("[\"😀\"]");
  Locator locator(document);
  EXPECT_EQ(locator.position(4).column, 3u);
  EXPECT_EQ(locator.position(6).column, 4u);
}

TEST(Locator, PointsByEscapedNames) {
  Document document;
  document.parse(text);
  Locator locator(document);
  const Value list = document.root().member("ä");
  EXPECT_EQ(locator.pointer(0), "");
  EXPECT_EQ(locator.pointer(list.index()), "/ä");
  std::vector<std::string> pointers;
  for (std::uint32_t node = 0; node < document.nodes().size(); ++node)
    pointers.push_back(locator.pointer(node));
  EXPECT_EQ(pointers, (std::vector<std::string>{"", "/ä", "/ä", "/ä/0", "/ä/1", "/ä/1/a~1b~0", "/ä/1/a~1b~0", "/ä/2",
                                                "/c", "/c"}));
  for (std::uint32_t node = 0; node < document.nodes().size(); ++node)
    EXPECT_EQ(Locator(document).pointer(node), pointers[node]) << "asked first";
  for (std::uint32_t node = static_cast<std::uint32_t>(document.nodes().size()); node-- > 0;)
    EXPECT_EQ(locator.pointer(node), pointers[node]) << "asked backwards";
}

} // namespace
} // namespace stslint
