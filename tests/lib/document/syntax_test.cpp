// One mistake in the syntax: one flaw, at its place, and the rest of the text is still read.
#include "stslint/document.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

namespace stslint {
namespace {

struct Case {
  const char *name;
  std::string text;
  FlawKind kind;
  std::string place; ///< what the flaw covers; what follows it if it covers nothing
  bool rest = true;  ///< the member "z" is still read, as 9
};
void PrintTo(const Case &c, std::ostream *out) { *out << c.text; }

class Syntax : public testing::TestWithParam<Case> {};

TEST_P(Syntax, OneMistakeIsOneFlaw) {
  const Case &c = GetParam();
  Document document;
  document.parse(c.text);
  ASSERT_EQ(document.flaws().size(), 1u);
  const Flaw &flaw = document.flaws()[0];
  EXPECT_EQ(flaw.kind, c.kind) << static_cast<int>(flaw.kind);
  EXPECT_EQ(c.text.substr(flaw.offset, flaw.length == 0 ? c.place.size() : flaw.length), c.place);
  if (c.rest) {
    EXPECT_EQ(document.root().member("z").number(), 9);
  }
}

const Case cases[] = {
    {"LineComment", "{\"a\": 1, // one\n\"z\": 9}", FlawKind::comment, "// one"},
    {"LineCommentCrLf", "{\"a\": 1, // one\r\n\"z\": 9}", FlawKind::comment, "// one"},
    {"HashComment", "{\"a\": 1, # one\n\"z\": 9}", FlawKind::comment, "# one"},
    {"BlockComment", "{\"a\": /* one */ 1, \"z\": 9}", FlawKind::comment, "/* one */"},
    {"CommentBehindValue", "{\"z\": 9// nine\n}", FlawKind::comment, "// nine"},
    {"TrailingComma", R"({"a": [1,], "z": 9})", FlawKind::trailing_comma, ","},
    {"TrailingCommaInObject", R"({"z": 9 , })", FlawKind::trailing_comma, ","},
    {"TwoTrailingCommas", R"({"z": 9,,})", FlawKind::extra_comma, ","},
    {"ExtraCommas", R"({"a": [1,,,2], "z": 9})", FlawKind::extra_comma, ",,"},
    {"CommaFirst", R"({"a": [,1], "z": 9})", FlawKind::extra_comma, ","},
    {"MissingComma", R"({"a": 1 "z": 9})", FlawKind::missing_comma, " \"z\""},
    {"MissingCommaInList", R"({"a": [{} {}], "z": 9})", FlawKind::missing_comma, " {}]"},
    {"MissingColon", R"({"a" 1, "z": 9})", FlawKind::missing_colon, " 1"},
    {"MissingValue", R"({"a": , "z": 9})", FlawKind::missing_value, "\"a\""},
    {"MissingColonAndValue", R"({"z": 9, "a"})", FlawKind::missing_value, "\"a\""},
    {"MissingKey", R"({{"b": 1}, "z": 9})", FlawKind::missing_key, "{"},
    {"WrongBracket", R"({"a": [1, 2}, "z": 9})", FlawKind::wrong_bracket, "}"},
    {"MissingBracket", "{\"a\": {\"b\": [1, 2}, \"c\": 3}, \"z\": 9}", FlawKind::wrong_bracket, "}"},
    {"WrongBracketBeforeMore", R"({"a": [1, 2}, "b": {}, "z": 9})", FlawKind::wrong_bracket, "}"},
    {"StrayBracket", R"({"a": 1], "z": 9})", FlawKind::stray_bracket, "]"},
    {"UnescapedQuote", "{\"a\": \"x \"y\" z\",\n\"z\": 9}", FlawKind::stray_text, "y"},
    {"StrayBehindString", "{\"a\": [\"x\"2],\n\"z\": 9}", FlawKind::stray_text, "2"},
    {"TwoColons", "{\"a\": 1: 2,\n\"z\": 9}", FlawKind::stray_text, ":"},
    {"Placeholder", R"({"a": <value here>, "z": 9})", FlawKind::placeholder, "<value here>"},
    {"PlaceholderBraces", R"({"a": {{ .Values.a }}, "z": 9})", FlawKind::placeholder, "{{ .Values.a }}"},
    {"PlaceholderDollar", R"({"a": ${A}, "z": 9})", FlawKind::placeholder, "${A}"},
    {"PlaceholderHashes", R"({"a": ##A##, "z": 9})", FlawKind::placeholder, "##A##"},
    {"PlaceholderHashBrace", R"({"a": #{a}, "z": 9})", FlawKind::placeholder, "#{a}"},
    {"EllipsisForMembers", R"({"z": 9, ...})", FlawKind::placeholder, "..."},
    {"EllipsisForItems", R"({"a": [1, ...], "z": 9})", FlawKind::placeholder, "..."},
    {"UnquotedText", R"({"a": some text, "z": 9})", FlawKind::unquoted_text, "some text"},
    {"UnquotedKey", R"({a: 1, "z": 9})", FlawKind::unquoted_key, "a"},
    {"SingleQuotes", R"({"a": 'x "y"', "z": 9})", FlawKind::single_quotes, "'x \"y\"'"},
    {"SingleQuotedKey", R"({'z': 9})", FlawKind::single_quotes, "'z'"},
    {"PythonLiteral", R"({"a": None, "z": 9})", FlawKind::bad_literal, "None"},
    {"NotANumber", R"({"a": -NaN, "z": 9})", FlawKind::bad_literal, "-NaN"},
    {"LeadingZero", R"({"a": 01, "z": 9})", FlawKind::bad_number, "01"},
    {"Plus", R"({"a": +1, "z": 9})", FlawKind::bad_number, "+1"},
    {"Hexadecimal", R"({"a": 0x1F, "z": 9})", FlawKind::bad_number, "0x1F"},
    {"PointFirst", R"({"a": .5, "z": 9})", FlawKind::bad_number, ".5"},
    {"PointLast", R"({"a": 5., "z": 9})", FlawKind::bad_number, "5."},
    {"UnclosedString", "{\"a\": \"x,\n\"z\": 9}", FlawKind::unclosed_string, "\"x,"},
    {"RawLineBreak", "{\"a\": \"x\ny\n\nz\", \"z\": 9}", FlawKind::control_character, "\n"},
    {"RawTab", "{\"a\": \"x\ty\", \"z\": 9}", FlawKind::control_character, "\t"},
    {"BadEscape", R"({"a": "x\yz", "z": 9})", FlawKind::bad_escape, R"(\y)"},
    {"BadUnicodeEscape", R"({"a": "x\u12", "z": 9})", FlawKind::bad_escape, R"(\u)"},
    {"TruncatedObject", R"({"z": 9, "a": [1, {"b": 2)", FlawKind::truncated, ""},
    {"TruncatedKey", R"({"z": 9, "a)", FlawKind::truncated, "\"a"},
    {"TruncatedBehindColon", R"({"z": 9, "a":)", FlawKind::truncated, ""},
    {"TruncatedBehindComma", R"({"z": 9, )", FlawKind::truncated, " "},
    {"TextAfterEnd", R"({"z": 9} {"a": 1} )", FlawKind::text_after_end, R"({"a": 1})"},
    {"BracketAfterEnd", R"({"z": 9}})", FlawKind::text_after_end, "}"},
    {"UnescapedQuoteThenBrackets", "{\"a\": [\"x\", \"k:\"v\"],\n\"z\": 9}", FlawKind::stray_text, "v"},
    {"UnescapedQuoteOnOneLine", "{\"a\": [\"k:\"v\"], \"b\": 1,\n\"z\": 9}", FlawKind::stray_text, "v"},
    {"Semicolon", R"({"a": "x"; "z": 9})", FlawKind::stray_text, ";"},
    {"LastSemicolon", R"({"z": 9;})", FlawKind::stray_text, ";"},
    {"BlankBetweenDigits", R"({"a": 1607432944 000, "z": 9})", FlawKind::bad_number, "1607432944 000"},
    {"WordsBehindNumber", R"({"a": 5 metric tons, "z": 9})", FlawKind::stray_text, "metric tons"},
    {"WordBehindString", R"({"z": 9, "a": "5" kB })", FlawKind::stray_text, "kB"},
    {"TemplateAndMissingComma", "{\"z\": 9, {% if a %}\"a\": 1{% endif %} \"b\": 2}", FlawKind::template_block,
     "{% if a %}"},
    {"NumbersOfAList", R"({"a": [1607432944 100], "z": 9})", FlawKind::missing_comma, ""},
    {"ThousandsSeparator", R"({"a": 4,711,000, "z": 9})", FlawKind::bad_number, "4,711,000"},
    {"TypeSuffix", R"({"a": 4711L, "z": 9})", FlawKind::bad_number, "4711L"},
    {"Variable", R"({"a": $HOSTNAME, "z": 9})", FlawKind::placeholder, "$HOSTNAME"},
    {"Command", R"({"a": $(date "+%s"), "z": 9})", FlawKind::placeholder, "$(date \"+%s\")"},
    {"SingleQuotesThroughout", R"({'a': ['it\'s', "b"], 'z': 9})", FlawKind::single_quotes, "'a'"},
    {"TypographicQuotes", R"({"a": “x, y”, “z”: 9})", FlawKind::typographic_quotes, "“x, y”"},
    {"TypographicQuoteAndStraight", R"({“a": 1, “z": 9})", FlawKind::typographic_quotes, "“a\""},
    {"Page", "<!DOCTYPE html>\n<html>{}</html>", FlawKind::not_json, "<!DOCTYPE html>", false},
    {"Yaml", "z: 9\nb: 1\n", FlawKind::not_json, "z: 9", false},
    {"Script", "# post\ncurl -d @x", FlawKind::not_json, "# post", false},
    {"EncodedTwice", R"({\"z\": 9})", FlawKind::not_json, R"({\"z\": 9})", false},
    {"ShellQuotes", R"('{"z": 9}')", FlawKind::not_json, R"('{"z": 9}')", false},
    {"KeyWithoutClosingQuote", R"({"a: "x y", "z": 9})", FlawKind::unclosed_string, "\"a"},
    {"KeyWithoutOpeningQuote", R"({a": "x", "z": 9})", FlawKind::unquoted_key, "a\""},
    {"TextWithoutOpeningQuote", R"({"a": x y", "z": 9})", FlawKind::unquoted_text, "x y\""},
    {"EqualsSign", R"({"a" = 1, "z": 9})", FlawKind::stray_text, "="},
    {"Arrow", R"({"a" => 1, "z": 9})", FlawKind::stray_text, "=>"},
    {"JoinedTexts", R"({"a": "x" + "y\"", "z": 9})", FlawKind::stray_text, R"(+ "y\"")"},
    {"JoinedVariable", R"({"a": "x" + name, "z": 9})", FlawKind::stray_text, "+ name"},
    {"Parentheses", R"({"a": ("x", ["y"]), "z": 9})", FlawKind::unquoted_text, "("},
    {"NoBreakSpaces", "{\"a\":\u00a0\u00a01,\n\u00a0\"z\":\u00a09}", FlawKind::odd_space, "\u00a0\u00a0"},
    {"TemplateOfAString", R"({"a": {{ if }}"x"{{ end }}, "z": 9})", FlawKind::template_block, "{{ if }}"},
    {"BlocksOfATemplate", R"({% if x %}{"a": [1{% if y %}, 2{% endif %}], "z": 9}{% endif %})",
     FlawKind::template_block, "{% if x %}"},
    {"BlockOfErb", R"({"a": 1, <% if x %> "z": 9})", FlawKind::template_block, "<% if x %>"},
    {"DoubledBraceIsNoPlaceholder", R"({"a": {{"b": 1}}, "z": 9})", FlawKind::missing_key, "{", false},
    {"InvisibleBetweenValues", "{\u200b\"a\": 1,\u2028 \"z\":\u00ad9}", FlawKind::odd_space, "\u200b"},
    {"EscapedLineBreaks", R"({\r\n"a": 1,\r\n"z": 9\n})", FlawKind::escaped_blank, R"(\r\n)"},
    {"MergeConflict", "{\"a\": 1,\n<<<<<<< HEAD\n\"z\": 9\n=======\n\"z\": 8\n>>>>>>> other\n}",
     FlawKind::merge_conflict, "<<<<<<< HEAD"},
    {"MergeConflictWithItsBase", "{\n<<<<<<< HEAD\n\"z\": 9\n||||||| base\n\"z\": 7\n=======\n\"z\": 8\n>>>>>>> b\n}",
     FlawKind::merge_conflict, "<<<<<<< HEAD"},
    {"Python2Strings", R"({u"a": b"x", "z": 9})", FlawKind::prefixed_string, "u"},
    {"DecimalComma", R"({"a": 1607432950,5, "z": 9})", FlawKind::bad_number, "1607432950,5"},
    {"ColonWithinQuotes", R"({"a:1", "z": 9})", FlawKind::missing_value, R"("a:1")"},
    {"PlusInfinity", R"({"a": +Inf, "z": 9})", FlawKind::bad_literal, "+Inf"},
    {"InfinityOfWindows", R"({"a": -1.#INF, "z": 9})", FlawKind::bad_literal, "-1.#INF"},
    {"PathOfWindows", R"({"a": "C:\Program Files\App", "z": 9})", FlawKind::bad_escape, R"(\P)"},
    {"Date", R"({"a": 2026-11-23 10:00:00, "z": 9})", FlawKind::unquoted_text, "2026-11-23 10:00:00"},
    {"EarlyBracket", R"([{"a": {"b": 1}}, "c": 2, "d": [3]}])", FlawKind::early_bracket, "}", false},
    {"UnclosedList", R"({"a": ["x", "b": 1, "z": 9})", FlawKind::key_in_list, "\"b\""},
    {"KeysInList", R"({"a": ["x": 1, "y": 2], "z": 9})", FlawKind::key_in_list, "\"x\""},
    {"BareMember", R"("y": {"a": 1}, "z": 9)", FlawKind::bare_member, "\"y\""},
    {"Empty", "", FlawKind::empty_text, "", false},
    {"Blank", " \n", FlawKind::empty_text, " ", false},
    {"ByteOrderMark", "\xef\xbb\xbf{\"z\": 9}", FlawKind::byte_order_mark, "\xef\xbb\xbf"},
    {"NotUtf8", "{\"a\": \"caf\xe9 \xe9\", \"z\": 9}", FlawKind::not_utf8, "\xe9"},
    {"LoneSurrogate", R"({"a": "\ud83d!", "z": 9})", FlawKind::lone_surrogate, R"(\ud83d)"},
    {"Imprecise", R"({"a": 9007199254740993, "z": 9})", FlawKind::imprecise_number, "9007199254740993"},
    {"BeyondDouble", R"({"a": -1e999, "z": 9})", FlawKind::imprecise_number, "-1e999"},
};

INSTANTIATE_TEST_SUITE_P(All, Syntax, testing::ValuesIn(cases), [](const auto &tested) { return tested.param.name; });

TEST(Syntax, AnObjectThatEndedTooEarlyGoesOn) {
  Document document;
  document.parse(R"([{"a": {"b": 1}}, "c": 2}, {"a": 3}])");
  ASSERT_EQ(document.root().size(), 2u);
  EXPECT_EQ((*document.root().items().begin()).member("c").number(), 2);
  EXPECT_EQ(document.flaws().size(), 1u);
}

TEST(Syntax, NothingIsMissedInWhatAMistakeHides) {
  Document document;
  document.parse(R"({"a": {"b": [1, 2}, "c": 3})");
  EXPECT_TRUE(document.root().incomplete());
  document.parse(R"({"a": {"b": [1, 2,], "c": 3}})");
  EXPECT_FALSE(document.root().incomplete());
}

TEST(Syntax, ATemplateHidesNoCommaButItsOwn) {
  Document document;
  document.parse("{% if a %}\n{\"a\": 1 {% endif %}\n\"b\": 2\n\"z\": 9}");
  std::vector<FlawKind> kinds;
  for (const Flaw &flaw : document.flaws())
    kinds.push_back(flaw.kind);
  EXPECT_EQ(kinds, (std::vector{FlawKind::template_block, FlawKind::missing_comma}));
  EXPECT_EQ(document.root().member("z").number(), 9);
}

TEST(Syntax, TheRestOfATextWithTooManyMistakesIsOne) {
  const auto numbers = [](std::size_t count) {
    std::string text = "{\"a\": [1";
    for (std::size_t i = 1; i < count; ++i)
      text += " 1";
    return text + "], \"z\": 9}";
  };
  Document document;
  const std::string few = numbers(100'000), many = numbers(200'000);
  document.parse(few);
  EXPECT_EQ(document.flaws().size(), 99'999u);
  EXPECT_EQ(document.root().member("z").number(), 9);
  document.parse(many);
  ASSERT_EQ(document.flaws().size(), 100'001u);
  EXPECT_EQ(document.flaws().back().kind, FlawKind::stray_text);
  EXPECT_TRUE(document.root().member("z").absent());
}

TEST(Syntax, Utf16IsToldByItsMarkOrItsZeros) {
  using namespace std::string_view_literals;
  for (const std::string_view text : {"\xff\xfe{\0}\0"sv, "\xfe\xff\0{\0}"sv, "{\0}\0"sv, "\0{\0}"sv}) {
    Document document;
    document.parse(text);
    ASSERT_EQ(document.flaws().size(), 1u);
    EXPECT_EQ(document.flaws()[0].kind, FlawKind::utf16);
    EXPECT_TRUE(document.root().absent());
  }
}

} // namespace
} // namespace stslint
