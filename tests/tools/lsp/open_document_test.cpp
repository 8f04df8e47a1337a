// A text that is edited piece by piece is the text that the client has.
#include "lsp/open_document.hpp"

#include <gtest/gtest.h>

#include <random>

namespace stslint {
namespace {

/// The text's lines and characters by the words of the protocol, read from its start each time.
Spot spot_by_hand(const std::string &text, std::size_t offset, PositionUnit unit) {
  Spot spot;
  for (std::size_t at = 0; at < offset; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool ends_line = byte == '\n' || (byte == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
    if (ends_line)
      spot = {spot.line + 1, 0};
    else if (unit == PositionUnit::utf8)
      ++spot.character;
    else if ((byte & 0xc0) != 0x80)
      spot.character += byte >= 0xf0 ? 2 : 1;
  }
  return spot;
}

/// Places between characters, and not within a line's end.
std::vector<std::size_t> places_in(const std::string &text) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at <= text.size(); ++at)
    if (at == text.size() || ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80 &&
                              !(at > 0 && text[at - 1] == '\r' && text[at] == '\n')))
      places.push_back(at);
  return places;
}

void expect_places(const OpenDocument &document, const std::string &text, PositionUnit unit) {
  Spots spots(document);
  std::vector<std::size_t> places = places_in(text);
  for (const std::size_t place : places) {
    const Spot expected = spot_by_hand(text, place, unit), spot = spots.at(place);
    ASSERT_EQ(spot.line, expected.line) << place << " in " << testing::PrintToString(text);
    ASSERT_EQ(spot.character, expected.character) << place << " in " << testing::PrintToString(text);
    ASSERT_EQ(document.offset(spot), place) << testing::PrintToString(text);
  }
}

TEST(OpenDocument, RandomEditsGiveTheTextThatIsBuiltWhole) {
  const std::vector<std::string> pieces = {"",   "a",  "\n",     "\r\n",   "\r", "é",          "😀",
                                           "\r", "\n", "abc\nd", "\n\r\n", "x",  "{\"a\": 1}", "\xe2\x80\xa8"};
  for (const PositionUnit unit : {PositionUnit::utf16, PositionUnit::utf8}) {
    std::mt19937 random(7);
    const auto below = [&](std::size_t bound) { return random() % bound; };
    for (int run = 0; run < 200; ++run) {
      std::string text;
      OpenDocument document("", unit);
      for (int edit = 0; edit < 30; ++edit) {
        const std::vector<std::size_t> places = places_in(text);
        std::size_t from = places[below(places.size())], to = places[below(places.size())];
        if (from > to)
          std::swap(from, to);
        const std::string &piece = pieces[below(pieces.size())];
        const Spot start = spot_by_hand(text, from, unit), end = spot_by_hand(text, to, unit);
        text.replace(from, to - from, piece);
        document.change(start, end, piece);
        ASSERT_EQ(document.text(), text);
        expect_places(document, text, unit);
      }
    }
  }
}

TEST(OpenDocument, APlaceThatDoesNotExistIsTheNearestThatDoes) {
  const OpenDocument document("ab\r\n😀c", PositionUnit::utf16);
  EXPECT_EQ(document.offset({0, 99}), 2u);
  EXPECT_EQ(document.offset({1, 1}), 4u) << "within a pair of surrogates";
  EXPECT_EQ(document.offset({1, 2}), 8u);
  EXPECT_EQ(document.offset({1, static_cast<std::size_t>(-1)}), 9u);
  EXPECT_EQ(document.offset({static_cast<std::size_t>(-1), 0}), 9u);
  const OpenDocument bytes("é", PositionUnit::utf8);
  EXPECT_EQ(bytes.offset({0, 1}), 0u) << "within a character";
}

TEST(OpenDocument, ARangeThatEndsBeforeItStartsIsEmpty) {
  OpenDocument document("one\ntwo\n", PositionUnit::utf16);
  document.change({1, 2}, {0, 1}, "X");
  EXPECT_EQ(document.text(), "one\ntwXo\n");
}

TEST(OpenDocument, SpotsMayBeAskedInAnyOrder) {
  const std::string text = "é😀x\nab";
  const OpenDocument document(text, PositionUnit::utf16);
  Spots spots(document);
  for (const std::size_t offset : {std::size_t{7}, std::size_t{2}, std::size_t{9}, std::size_t{0}, std::size_t{6}}) {
    const Spot expected = spot_by_hand(text, offset, PositionUnit::utf16), spot = spots.at(offset);
    EXPECT_EQ(spot.line, expected.line) << offset;
    EXPECT_EQ(spot.character, expected.character) << offset;
  }
}

} // namespace
} // namespace stslint
