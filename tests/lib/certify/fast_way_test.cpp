// The fast way through a clean text says what the slow ways say: 16 bytes at a time what one at a time, the parser that
// gives up what the parser that recovers.
#include "lib/contract/contract.hpp"
#include "lib/document/fast_parser.hpp"
#include "lib/document/parser.hpp"
#include "lib/text/scan.hpp"
#include "stslint/generate.hpp"
#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include "support/files.hpp"

#include <gtest/gtest.h>

#include <random>

namespace stslint {
namespace {

constexpr std::array<scan::Range, 4> ranges = {{{'a', 'a'}, {'-', ':'}, {'y', 'z'}, {'Z', '[', 0x24}}};
constexpr std::array<std::array<char, 2>, 3> pairs = {{{':', '\0'}, {'a', 'b'}, {'-', '-'}}};

TEST(FastWay, ScansLikeItsPortableTwin) {
  std::mt19937 random(1);
  const std::string_view alphabet = "ab:-$\"\\\x1f\x7f\x80\xff zz_{[";
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 70, 'z');
    for (int change = static_cast<int>(random() % 3); change > 0 && !text.empty(); --change)
      text[random() % text.size()] = alphabet[random() % alphabet.size()];
    const scan::Plain fast = scan::plain(text), slow = scan::plain_portable(text);
    ASSERT_EQ(fast.length, slow.length) << text;
    ASSERT_EQ(fast.ascii, slow.ascii) << text;
    ASSERT_EQ(scan::ordinary(text), scan::ordinary_portable(text)) << text;
    const std::size_t from = random() % (text.size() + 1);
    ASSERT_EQ((scan::any<'a', '$'>(text, from)), (scan::any_portable<'a', '$'>(text, from))) << text;
    ASSERT_EQ(scan::pair<pairs>(text, from), scan::pair_portable<pairs>(text, from)) << text;
    const auto third = [](std::size_t at) { return at % 3 == 0; };
    ASSERT_EQ(scan::pair<pairs>(text, from, third), scan::pair_portable<pairs>(text, from, third)) << text;
    const std::string padded = text + std::string(16, 'a');
    for (const std::string_view whole : {std::string_view(text), std::string_view(padded).substr(0, text.size())})
      scan::each_block(whole, whole.data() == text.data() ? 0 : 16, [&](const char *at, const scan::Block &block) {
        const auto bytes = whole.substr(static_cast<std::size_t>(at - whole.data()), 16);
        EXPECT_EQ(block.within<ranges>(), scan::within_portable<ranges>(bytes)) << text;
        return true;
      });
  }
}

TEST(FastWay, ComparesKeysLikeItsPortableTwin) {
  std::mt19937 random(4);
  for (int round = 0; round < 20000; ++round) {
    std::array<char, 32> text, other;
    std::ranges::generate(text, [&] { return static_cast<char>('a' + random() % 2); });
    other = text;
    other[random() % 32] = 'z';
    const auto those = static_cast<std::uint32_t>(random());
    ASSERT_EQ(scan::begins(text.data(), other, those), scan::begins_portable(text.data(), other, those));
  }
}

TEST(FastWay, CountsDigitsLikeItsPortableTwin) {
  std::mt19937 random(5);
  const std::string_view alphabet = "0123456789/:.e-\x80";
  for (int round = 0; round < 20000; ++round) {
    std::string text(16, '7');
    text[random() % 16] = alphabet[random() % alphabet.size()];
    ASSERT_EQ(scan::digits(text.data()), scan::digits_portable(text.data())) << text;
  }
}

TEST(FastWay, FindsHashesLikeItsPortableTwin) {
  std::mt19937 random(2);
  std::array<std::uint16_t, 72> hashes{};
  for (int round = 0; round < 20000; ++round) {
    const std::size_t count = random() % 65;
    for (std::uint16_t &hash : hashes)
      hash = static_cast<std::uint16_t>(random() % 300);
    const auto what = static_cast<std::uint16_t>(random() % 300);
    ASSERT_EQ(scan::holds(hashes.data(), count, what), scan::holds_portable(hashes.data(), count, what)) << count;
    scan::Hashes some;
    std::copy_n(hashes.begin(), some.size(), some.begin());
    ASSERT_EQ(scan::equal(some, std::min<std::size_t>(count, 64), what),
              scan::equal_portable(some, std::min<std::size_t>(count, 64), what))
        << count;
  }
}

/// A number is not read for its bounds if its digits tell.
TEST(FastWay, IsSureOfNumbersThatAreInBounds) {
  std::size_t sure = 0;
  for (const Shape &shape : standard_contract().shapes())
    for (unsigned digits = 1; digits <= shape.sure_digits; ++digits)
      for (const std::string &text : {'1' + std::string(digits - 1, '0'), std::string(digits, '9')}) {
        Document document;
        document.parse(text);
        EXPECT_EQ(shape.violations(document.root()) & ~Keyword::type, Keyword::none) << shape.name << ' ' << text;
        sure += shape.sure_digits < 15 ? 1 : 0;
      }
  EXPECT_GT(sure, 0u) << "no shape has a largest number";
}

/// Nor the characters of a string counted if its bytes tell; one takes up to four.
TEST(FastWay, IsSureOfStringsThatAreInBounds) {
  std::size_t sure = 0;
  for (const Shape &shape : standard_contract().shapes())
    if (shape.sure_bytes < 0xff)
      for (const std::string_view longest : {"a", "😀"}) {
        std::string text = "\"";
        while (text.size() < shape.sure_bytes + 1u)
          text += longest;
        text += '"';
        Document document;
        document.parse(text);
        EXPECT_EQ(shape.violations(document.root()) & ~Keyword::type, Keyword::none) << shape.name << ' ' << text;
        sure += shape.min_length > 0 ? 1 : 0;
      }
  EXPECT_GT(sure, 0u) << "no shape has a shortest string";
}

/// What has no mark holds no secret and no placeholder.
TEST(FastWay, AGlanceAtATextMissesNothing) {
  static constexpr std::string_view pieces[] = {"AKIAABCDEFGHIJKLMNOP",
                                                "ASIA0123456789ABCDEF",
                                                "ghp_abcdefghijklmnopqrstuvwxyz0123",
                                                "npm_",
                                                "eyJhbGciOiJI.eyJzdWIi.c2lnbmF0dXJl",
                                                "glpat-abcdefghijklmnop",
                                                "-----BEGIN RSA PRIVATE KEY-----",
                                                "api_key",
                                                "password",
                                                "PASSWD",
                                                "to-ken",
                                                "?token=",
                                                "secret",
                                                "\\\"",
                                                " ",
                                                ":",
                                                "=",
                                                "://",
                                                "a:b@c",
                                                "x",
                                                "0",
                                                "{{ a }}",
                                                "${A}",
                                                "%A%",
                                                "<a>",
                                                "##a##",
                                                "%{a}",
                                                "%(a)s",
                                                "%!d(a)",
                                                "@@a@@",
                                                "@{a=b}",
                                                "{%a%}",
                                                "$env:A",
                                                "[object Object]",
                                                "System.Object[]",
                                                "[Ljava.A;@0",
                                                "db_Password",
                                                "“",
                                                "&quot;",
                                                "'",
                                                "é"};
  std::mt19937 random(3);
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    for (int left = static_cast<int>(random() % 6); left >= 0; --left) {
      const std::string_view piece = pieces[random() % std::size(pieces)];
      text += random() % 8 == 0 ? piece.substr(random() % piece.size()) : piece;
    }
    const std::uint8_t marks = text_marks_of(text);
    ASSERT_EQ(text_marks_of(std::string_view(text + "{{A}} a_key=AKIA0123").substr(0, text.size()), 20), marks) << text;
    ASSERT_TRUE((marks & may_hold_secret) != 0 || !secret_in(text)) << text;
    ASSERT_TRUE((marks & may_hold_placeholder) != 0 || !placeholder_in(text)) << text;
  }
}

void compare(const Document &fast, const Document &slow, const std::string &text) {
  ASSERT_EQ(fast.flaws().size(), slow.flaws().size()) << text;
  for (std::size_t i = 0; i < fast.flaws().size(); ++i) {
    const Flaw &a = fast.flaws()[i], &b = slow.flaws()[i];
    ASSERT_EQ(std::tuple(a.kind, a.offset, a.length, a.node, a.other),
              std::tuple(b.kind, b.offset, b.length, b.node, b.other))
        << text;
  }
  ASSERT_EQ(fast.nodes().size(), slow.nodes().size()) << text;
  for (std::size_t i = 0; i < fast.nodes().size(); ++i) {
    const Node &a = fast.nodes()[i], &b = slow.nodes()[i];
    const auto node = static_cast<std::uint32_t>(i);
    ASSERT_EQ(std::tuple(a.offset, a.length, a.kind, bool(a.key), bool(a.escaped), bool(a.incomplete), a.hash),
              std::tuple(b.offset, b.length, b.kind, bool(b.key), bool(b.escaped), bool(b.incomplete), b.hash))
        << text << " at " << a.offset;
    ASSERT_EQ(fast.after(node), slow.after(node)) << text << " at " << a.offset;
    ASSERT_EQ(Value(fast, node).view(), Value(slow, node).view()) << text << " at " << a.offset;
  }
}

/// Whether the fast parser reads a text; if so, as the other does.
bool read_both_ways(const std::string &text) {
  Document fast, slow;
  if (NoGuide none; !FastParser(fast).parse(text, none))
    return false;
  Parser(slow).parse(text);
  compare(fast, slow, text);
  return true;
}

TEST(FastWay, ReadsWhatTheSlowWayReads) {
  Generator generator(7);
  std::size_t read = 0;
  for (std::uint64_t index = 0; index < 2000; ++index)
    read += read_both_ways(generator.make(index).payload) ? 1 : 0;
  EXPECT_GT(read, 1000u);
}

/// Each byte of a text with all kinds of tokens, changed to what could matter.
TEST(FastWay, GivesUpWhereItShould) {
  const std::string text =
      R"( {"a\u0041é": [1, -0.5e+7, 12345678901234567, "\ud83d\ude00 \n", true, null, {}, []], "b": {"c": "é" , "d":0}} )";
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const char c : {'"', '\\', ',', ':', '{', '}', '[', ']', '0', 'e', '.', '-', '\n', '\x01', '\x80', 'u', 'a'}) {
      std::string changed = text;
      changed[at] = c;
      read_both_ways(changed);
      read_both_ways(changed.substr(0, at) + changed.substr(at + 1));
    }
}

TEST(FastWay, FindsTheSameKeysTwice) {
  EXPECT_TRUE(
      read_both_ways(R"({"a": 1, "b": {"c": 1, "c": 2, "\u0063": 3}, "a": {"d": [{"e": 1, "e": 2}], "d": 0}})"));
  EXPECT_FALSE(read_both_ways(R"([{"a": 1, "a": 2, "b": tru}])"));
  EXPECT_FALSE(read_both_ways(R"({"a": 1, "a": 2)"));
}

} // namespace
} // namespace stslint
