// A string is escaped in two ways, a general one and a fast one, which say the same of any bytes.
#include "encode/json.hpp"

#include "lib/text/json_text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace stslint {
namespace {

std::string fast(std::string_view text) {
  std::string out = "before";
  append_text_of(out, text);
  return out.substr(6);
}

TEST(AppendTextOf, EscapesWhatCouldHarm) {
  EXPECT_EQ(fast(""), R"("")");
  EXPECT_EQ(fast("a \"b\" \\ /\n\t\x01\x7f"), R"("a \"b\" \\ /\n\t\u0001\u007f")");
  EXPECT_EQ(fast("\u202e \u00e9 \U000e0041"), "\"\\u202e \u00e9 \\udb40\\udc41\"");
  EXPECT_EQ(fast("\xe2\x82 \xff"), "\"\ufffd \ufffd\"");
}

TEST(AppendTextOf, LeavesOtherTextAsItIs) {
  std::string text;
  for (char c = ' '; c < '\x7f'; ++c)
    text += c == '"' || c == '\\' ? "" : std::string(20, c);
  text += "\u4e16\u754c \U0001f680";
  EXPECT_EQ(fast(text), '"' + text + '"');
}

/// Bytes of each kind, in runs as long as those of a text.
TEST(AppendTextOf, SaysTheSameAsTextOf) {
  constexpr std::string_view kinds[] = {"a",        "\"",           "\\",     "\n",         "\x7f",
                                        "\u00e9",   "\u202e",       "\u4e16", "\xe2",       "\x82",
                                        "\xf0\x9f", "\xed\xa0\x80", "\xff",   "\U0001f680", "{\"key\":"};
  std::mt19937 random(1);
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    for (auto runs = random() % 12; runs > 0; --runs)
      switch (random() % 3) {
      case 0:
        text.append(random() % 40, static_cast<char>(' ' + random() % 95));
        break;
      case 1:
        text += kinds[random() % std::size(kinds)];
        break;
      default:
        text += static_cast<char>(random() % 256);
      }
    ASSERT_EQ(fast(text), text_of(Json(text)));
  }
}

/// What is gathered before it is appended has its bounds.
TEST(AppendTextOf, SaysTheSameOfEachLength) {
  for (const std::string filler : {"a", "\"", "a\"", "\u00e9", "aaaaaaaaaaaaaaa\\"}) {
    std::string text;
    while (text.size() < 2200) {
      text += filler;
      ASSERT_EQ(fast(text), text_of(Json(text)));
    }
  }
}

} // namespace
} // namespace stslint
