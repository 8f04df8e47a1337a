// Texts made to hurt: linting ends, in time and memory that grow with the text, with findings or none. Nothing is timed
// here: what is quadratic does not end within anybody's patience at these sizes.
#include "stslint/lint.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace stslint {
namespace {

constexpr int many = 100000;

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i)
    text += piece;
  return text;
}

std::string numbered(const std::function<std::string(int)> &piece, int times = many) {
  std::string text;
  for (int i = 0; i < times; ++i)
    text += (i == 0 ? "" : ",") + piece(i);
  return text;
}

std::string event_with(const std::string &members) {
  return R"({"internalHostname": "a", "collection_timestamp": 1607432950, "events": {"app.x": [{"msg_title": "a", )"
         R"("msg_text": "b", "event_type": "AEvent", "timestamp": 1607432944, )" +
         members + "}]}}";
}

struct Case {
  const char *name;
  std::function<std::string()> text;
  std::size_t least; ///< findings
};
void PrintTo(const Case &c, std::ostream *out) { *out << c.name; }

class Hostile : public testing::TestWithParam<Case> {};

TEST_P(Hostile, EndsWithItsFindings) {
  const std::string text = GetParam().text();
  Linter linter;
  const auto findings = linter.lint(text);
  EXPECT_GE(findings.size(), GetParam().least);
  std::size_t described = 0;
  for (const Finding &finding : findings)
    described += linter.describe(finding).words.message.size();
  EXPECT_GE(described, findings.size());
}

const std::string context = R"("context": {"category": "Changes", "source": "x", "element_identifiers": [)";

const Case cases[] = {
    {"Brackets", [] { return std::string(1 << 20, '['); }, 1},
    {"Braces", [] { return repeated("{\"a\":", 200000); }, 1},
    {"ClosingBrackets", [] { return std::string(1 << 20, ']'); }, 1},
    {"Quotes", [] { return std::string(1 << 20, '"'); }, 1},
    {"Backslashes", [] { return "[\"" + std::string(1 << 20, '\\'); }, 1},
    {"Placeholders", [] { return '[' + std::string(1 << 20, '<'); }, 1},
    {"Comments", [] { return '[' + repeated("/**/", many) + ']'; }, many},
    {"UnclosedStrings", [] { return repeated("\"a\n", many); }, 1},
    {"StrayQuotes", [] { return repeated("{\"a\": \"b\"c\"d\",\n", many); }, 1},
    {"WrongBrackets", [] { return repeated("{\"a\": [1}", many); }, 1},
    {"DeepSiblings", [] { return std::string(511, '[') + repeated("[[]],", 20000); }, 1},
    {"EqualKeys", [] { return '{' + repeated("\"a\": 1, ", many) + "\"a\": 1}"; }, many},
    {"NearKeys",
     [] { return '{' + numbered([](int i) { return "\"internalHostnam" + std::to_string(i) + "\": 1"; }) + '}'; },
     many},
    {"EqualIdentifiers", [] { return event_with(context + repeated("\"urn:host:/a\", ", many) + "\"urn:host:/a\"]}"); },
     many},
    {"EqualTagKeys",
     [] { return event_with("\"tags\": [" + numbered([](int i) { return "\"k:" + std::to_string(i) + '"'; }) + "]"); },
     many - 1},
    {"WrongTypes", [] { return event_with("\"tags\": [" + repeated("7, ", many) + "7]"); }, many},
    {"EmptyEvents",
     [] { return R"({"internalHostname": "a", "events": {"app.x": [{})" + repeated(", {}", 20000) + "]}}"; }, 60000},
    {"NearSecrets", [] { return event_with("\"tags\": [\"a:" + repeated("api_key=", many) + "\"]"); }, 1},
    {"UrlSecrets", [] { return event_with("\"tags\": [\"a:" + repeated("://", many) + "\"]"); }, 1},
    {"NearPlaceholders", [] { return event_with("\"tags\": [\"a:" + repeated("<${", many) + "\"]"); }, 0},
    {"NearTypes", [] { return event_with("\"tags\": [\"a:" + repeated("[System.", many) + "\"]"); }, 0},
    {"NamesOfSecrets", [] { return event_with("\"tags\": [\"a:" + repeated("password: password:(", many) + "\"]"); },
     0},
    {"BrokenSecrets", [] { return repeated("{'apiKey' /**/ = 'a' + ", many); }, 1},
    {"NamedSecrets", [] { return event_with("\"tags\": [\"a:" + repeated("password: \\\"", many) + "\"]"); }, 0},
    {"StrayDigits", [] { return '[' + repeated("\"a\"2,", many) + "1]"; }, many},
    {"EarlyBrackets", [] { return "[{" + repeated("\"a\": 1}, ", many) + "\"b\": 2}]"; }, many},
    {"KeysInLists", [] { return repeated("[\"a\": ", many); }, 1},
    {"TypographicQuotes", [] { return '[' + repeated("“,‘,", many); }, 1},
    {"SingleQuotes", [] { return '[' + repeated("'a',", many) + "1]"; }, 1},
    {"JoinedTexts", [] { return "[\"a\"" + repeated(" + \"a\"", many) + ']'; }, many},
    {"Parentheses", [] { return repeated("(", many); }, 1},
    {"EqualsSigns", [] { return '{' + repeated("\"a\" = 1,", many) + "\"b\": 1}"; }, many},
    {"SecretNames", [] { return "{\"data\":" + repeated("token=", many) + '}'; }, 1},
    {"OddSpaces", [] { return '[' + repeated("\u00a01,", many) + "1]"; }, 1},
    {"ThousandsSeparators", [] { return "{\"a\": 1" + repeated(",000", many) + '}'; }, 1},
    {"LongString", [] { return event_with("\"source_type_name\": \"" + std::string(30 << 20, 'x') + '"'); }, 1},
};

INSTANTIATE_TEST_SUITE_P(All, Hostile, testing::ValuesIn(cases), [](const auto &tested) { return tested.param.name; });

} // namespace
} // namespace stslint
