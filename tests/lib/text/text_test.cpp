#include "stslint/text.hpp"

#include <gtest/gtest.h>

#include <array>

namespace stslint {
namespace {

TEST(Printable, ShowsWhatWouldDisturbATerminal) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\\u001b[31mb");
  EXPECT_EQ(printable("a\nb\r\tc"), "a\\u000ab\\u000d\\u0009c");
  EXPECT_EQ(printable("\u202eabc\u2066"), "\\u202eabc\\u2066");
  EXPECT_EQ(printable("\xff\xc3"), "\\xff\\xc3");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\\u0000");
  EXPECT_EQ(printable("\u009b31m"), "\\u009b31m");
  EXPECT_EQ(printable("\U000e0041"), "\\U000e0041");
  EXPECT_EQ(printable("\uffff"), "\\uffff");
}

TEST(Printable, GivesNoCommandsToCiServices) {
  EXPECT_EQ(printable("a ##[error]b"), "a \\u0023#[error]b");
  EXPECT_EQ(printable("##vso[task.setvariable]"), "\\u0023#vso[task.setvariable]");
  EXPECT_EQ(printable("###teamcity["), "#\\u0023#teamcity[");
  EXPECT_EQ(printable("##NAME## ## # [a] ##vso"), "##NAME## ## # [a] ##vso");
}

TEST(Text, PrintableJsonKeepsItsMeaning) {
  EXPECT_EQ(printable_json("{\"\u202ename\": \"a\u007fb\U000e0041\"}"), R"({"\u202ename": "a\u007fb\udb40\udc41"})");
  EXPECT_EQ(printable_json("{\"\u00fcn\u65e5\U0001f680\":\n 1}"), "{\"\u00fcn\u65e5\U0001f680\":\n 1}");
  EXPECT_EQ(printable_json(""), "");
}

TEST(Printable, LeavesOrdinaryTextAlone) {
  EXPECT_EQ(printable("Kühlung 31 °C 😀 \"quoted\""), "Kühlung 31 °C 😀 \"quoted\"");
}

TEST(Quoted, CutsLongTextsBetweenCharacters) {
  EXPECT_EQ(in_quotes("ääää", 3), "\"äää…\"");
  EXPECT_EQ(in_quotes("äää", 3), "\"äää\"");
  EXPECT_EQ(shortened("123456", 4), "1234…");
}

TEST(Utf8, KnowsWhatIsNone) {
  for (const std::string_view bad : {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf0\x80\x80\xaf",
                                     "\xf4\x90\x80\x80", "\xf8", "\xff"})
    EXPECT_EQ(invalid_utf8(bad), 0u) << printable(bad);
  EXPECT_EQ(invalid_utf8("ab\xff"), 2u);
  EXPECT_EQ(invalid_utf8("aé€😀\U0010ffff"), std::nullopt);
}

TEST(Unescaped, ResolvesEveryEscape) {
  EXPECT_EQ(unescaped(R"(\"\\\/\b\f\n\r\t)"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(unescaped(R"(\u0041\u00e9\u20ac\ud83d\ude00)"), "Aé€😀");
  EXPECT_EQ(unescaped(R"(\ud83d)"), "\ufffd");
  EXPECT_EQ(unescaped(R"(\x\u12)"), R"(\x\u12)");
  EXPECT_EQ(unescaped("\\"), "\\");
}

TEST(JsonString, IsReadBackAsItWas) {
  const std::string text = "a\"b\\c\n\x01 é";
  const std::string json = json_string(text);
  EXPECT_EQ(json, "\"a\\\"b\\\\c\\u000a\\u0001 é\"");
  EXPECT_EQ(unescaped(std::string_view(json).substr(1, json.size() - 2)), text);
}

TEST(Spelling, CountsEdits) {
  EXPECT_EQ(distance("tags", "tags", 2), 0u);
  EXPECT_EQ(distance("tag", "tags", 2), 1u);
  EXPECT_EQ(distance("tgas", "tags", 2), 1u);
  EXPECT_EQ(distance("Tags", "tags", 2), 0u);
  EXPECT_EQ(distance("category", "source", 2), 3u);
  EXPECT_EQ(distance(std::string(100000, 'a'), "tags", 2), 3u);
}

TEST(Spelling, FindsWhatWasMeant) {
  static constexpr std::array<std::string_view, 4> names = {"msg_title", "msg_text", "tags", "url"};
  EXPECT_EQ(closest("msgTitle", names), "msg_title");
  EXPECT_EQ(closest("MSG-TEXT", names), "msg_text");
  EXPECT_EQ(closest("msg_tilte", names), "msg_title");
  EXPECT_EQ(closest("tag", names), "tags");
  EXPECT_EQ(closest("tags", names), std::nullopt);
  EXPECT_EQ(closest("colour", names), std::nullopt);
  EXPECT_EQ(closest("xy", names), std::nullopt);
  EXPECT_EQ(closest("", names), std::nullopt);
}

TEST(Secrets, AreKnownByShapeOrName) {
  EXPECT_EQ(masked("key AKIAABCDEFGHIJKLMNOP!"), "key ********************!");
  EXPECT_EQ(masked("https://u:pass@host/p"), "https://u:****@host/p");
  EXPECT_EQ(masked("?api_key=abcd1234&x=1"), "?api_key=********&x=1");
  EXPECT_EQ(masked(R"("apiKey" : "abcd1234")"), R"("apiKey" : "********")");
  EXPECT_EQ(masked("a ghp_0123456789012345678901234567890123456789"), "a " + std::string(44, '*'));
  EXPECT_EQ(masked("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"), std::string(41, '*'));
  EXPECT_EQ(masked("-----BEGIN RSA PRIVATE KEY-----\nMII"), std::string(35, '*'));
  EXPECT_EQ(masked("api_key=abcd1234 and api_key=efgh5678"), "api_key=******** and api_key=********");
  EXPECT_EQ(masked("u:s3cret@db01, mailto:a@b, 12:30 @x, urn:host:/a@b"),
            "u:******@db01, mailto:a@b, 12:30 @x, urn:host:/a@b");
}

TEST(Secrets, FollowTheirNames) {
  EXPECT_EQ(masked(R"("password": 12)"), R"("password": **)");
  EXPECT_EQ(masked(R"('apiKey': 'ab')"), R"('apiKey': '**')");
  EXPECT_EQ(masked(R"("apiKey": ["ab", "cd"], "x")"), R"("apiKey": [**********], "x")");
  EXPECT_EQ(masked(R"("apiKey": "abcd, efgh)"), R"("apiKey": "**********)");
  EXPECT_EQ(masked(R"({\"password\": \"ab\", \"x\": 1})"), R"({\"password\": \"**\", \"x\": 1})");
  EXPECT_EQ(masked(R"("password": "a\"b c")"), R"("password": "******")");
  EXPECT_EQ(masked("password:hunter2"), "password:*******");
  EXPECT_EQ(masked("https://a.example/?x=1&token=ab#top"), "https://a.example/?x=1&token=**#top");
  EXPECT_EQ(masked("\"Authorization\": \"Bearer abc\""), "\"Authorization\": \"**********\"");
  EXPECT_EQ(masked("STS_API_KEY=ab"), "STS_API_KEY=**");
  const std::string_view text = R"({"apiKey": 4711, "x": 4711})";
  EXPECT_EQ(masked(text, 11, 4), "****");
  EXPECT_EQ(masked(text, 22, 4), "4711");
  // On the next line, and beside the name of it.
  EXPECT_EQ(masked("\"token\":\n  \"ab\",\n\"x\": 1"), "\"token\":\n  \"**\",\n\"x\": 1");
  EXPECT_EQ(masked("{\"value\":\n\"ab\",\n\"name\": \"token\"}", 10, 4), "\"**\"");
  EXPECT_EQ(masked("{\"value\":\n\"ab\",\n\"name\": \"author\"}", 10, 4), "\"ab\"");
}

TEST(Secrets, OrdinaryTextHasNone) {
  for (const std::string_view text : {"password: reset it", "\"password\": \"\"", "{\\\"password\\\": \\\"\\\", 1}",
                                      "apiKey: ${API_KEY}", "\"api_key\": \"<YOUR_KEY>\"", "\"secret\": null",
                                      "\"secret\": {\"name\": \"x\"}", "the token=4", "mysecret=4", "password=****"})
    EXPECT_EQ(masked(text), text);
  for (const std::string_view text :
       {"https://host:8080/a@b", "https://ci.example.org/4711", "the api_key is missing", "api_key=", "apiKey: \"\"",
        "AKIA is short", "status: changed", "urn:host:/web01", "mailto:a@b.c", "eyJust a word", "npm_config"})
    EXPECT_EQ(masked(text), text);
}

TEST(Placeholders, AreWholeTextsOrClearParts) {
  for (const std::string_view text :
       {"<category>", "##TIME##", "${A}", "Deployed ${VERSION} to web", "at {{ .Values.host }}", "${{ github.sha }}",
        "env:${ENV}", "https://<host>/x", "$HOSTNAME", "urn:host:/$HOSTNAME", "$(hostname)", "%COMPUTERNAME%", "#{a}"})
    EXPECT_TRUE(placeholder_in(text)) << text;
  EXPECT_EQ(placeholder_in("Deployed ${VERSION} to web"), "${VERSION}");
  EXPECT_EQ(placeholder_in("https://<host>/x"), "<host>");
}

TEST(Placeholders, OrdinaryTextHasNone) {
  for (const std::string_view text :
       {"", "a < b > c", "<b>bold</b>", "<https://a.example>", "<ci@a.example>", "it costs $5", "$", "50% of 20%",
        "100%ab%", "paid in $US dollars", "{}", "${}", "# Title", "## Title ## more", "a#{", "%d%%", "$5,000"})
    EXPECT_FALSE(placeholder_in(text)) << text;
}

TEST(Glob, KnowsSegments) {
  for (const auto &[pattern, path] : {std::pair<std::string_view, std::string_view>{"a.json", "a.json"},
                                      {"*.json", "a.json"},
                                      {"old/*.json", "old/a.json"},
                                      {"old/**", "old/b/a.json"},
                                      {"**/a.json", "a.json"},
                                      {"**/a.json", "old/b/a.json"},
                                      {"**/b/*a*", "a/b/c/b/banana"},
                                      {"**", "anything/at/all"},
                                      {"/events/*/?/tags", "/events/app.x/3/tags"},
                                      {"/events/**/tags", "/events/tags"},
                                      {"/a\\*b", "/a*b"},
                                      {"a**c/**/e", "axbc/d/e"}})
    EXPECT_TRUE(matches(pattern, path)) << pattern << ' ' << path;
  for (const auto &[pattern, path] : {std::pair<std::string_view, std::string_view>{"*.json", "old/a.json"},
                                      {"old/*", "old/b/a.json"},
                                      {"**/a.json", "ba.json"},
                                      {"a?b", "a/b"},
                                      {"a", "ab"},
                                      {"ab", "a"},
                                      {"/a\\*b", "/axb"},
                                      {"", "a"},
                                      {"*", "a/b"}})
    EXPECT_FALSE(matches(pattern, path)) << pattern << ' ' << path;
}

/// So long that what takes the square of the length ends with the test's time, and what is linear takes no time.
constexpr std::size_t endless = 1'000'000;

std::string repeated(std::string_view text) {
  std::string out;
  while (out.size() < endless)
    out += text;
  return out;
}

TEST(Glob, TakesTheLengthsMultiplied) {
  EXPECT_FALSE(matches("*a*a*a*a*a*a*a*b", std::string(endless, 'a')));
  for (const std::string_view pattern : {"**x*y", "**x*/y", "**x*z*y", "**/x*x*y", "**?*y", "**x*/x*/*y"})
    for (const std::string_view path : {"x", "x/", "ax", "xx/x"})
      EXPECT_FALSE(matches(pattern, repeated(path))) << pattern << ' ' << path;
  EXPECT_TRUE(matches("**x*y", repeated("x") + 'y'));
  EXPECT_TRUE(matches("**a*b/c*d", "xab/cab/cd"));
}

TEST(Secrets, AreSoughtInOnePass) {
  for (const std::string_view text : {"eyJ.", "eyJa.eyJ", "eyJ", "password:", "password=\"", "password='\\", "?token=",
                                      ":// ", "://a:", "password :", "apikey\":\"", "-----BEGIN ", "ghp_", "password=[",
                                      "\"value\":\"a\",", "\"value\"::::[", "\"token\":\"", "\\u0041\":", "\"a\\ \":"})
    EXPECT_EQ(masked(repeated(text)).size(), repeated(text).size()) << text;
  const std::string token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl";
  EXPECT_EQ(masked("a " + token + " b"), "a " + std::string(token.size(), '*') + " b");
  EXPECT_EQ(masked("eyJ.a.b.c"), "eyJ.a.b.c");
}

TEST(Time, IsWrittenInUtc) {
  EXPECT_EQ(utc_time(1607432944), "2020-12-08T13:09:04Z");
  EXPECT_EQ(utc_time(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(utc_time(-1), "1969-12-31T23:59:59Z");
  EXPECT_EQ(utc_time(951782400), "2000-02-29T00:00:00Z");
  EXPECT_EQ(utc_time(1e300), "");
}

TEST(Counted, SeparatesThousandsAndKnowsOne) {
  EXPECT_EQ(counted(1, "error"), "1 error");
  EXPECT_EQ(counted(0, "error"), "0 errors");
  EXPECT_EQ(counted(1234567, "error"), "1,234,567 errors");
}

TEST(Alternatives, ReadAsASentence) {
  static constexpr std::array<std::string_view, 3> words = {"a", "b", "c"};
  EXPECT_EQ(alternatives(words), "\"a\", \"b\" or \"c\"");
}

} // namespace
} // namespace stslint
