// A text whose structure is broken is read as it was meant; what is told of it stands where it stood.
#include "stslint/lint.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stslint {
namespace {

std::string told(std::string_view text, std::string_view form = "data") {
  Linter linter;
  std::string out;
  for (const Finding &finding : linter.lint(text, form)) {
    const Description d = linter.describe(finding);
    out += std::to_string(d.start.line) + ':' + std::to_string(d.start.column) + ' ' + std::string(finding.rule->id) +
           ' ' + d.words.message + '\n';
  }
  return out;
}

TEST(Mend, PlacesAreThoseOfTheSource) {
  const std::string_view event = "{\"msg_title\": \"é\", \"tags\": [\"env:prod\", \"msg_text\": \"b\",\n"
                                 "\"event_type\": \"AEvent\", \"timestamp\": 1607432944000}";
  const std::string found = told(event, "event");
  EXPECT_NE(found.find("1:39 invalid-json the list that starts in column 28 is not closed; write ] here"),
            std::string::npos)
      << found;
  EXPECT_NE(found.find("2:38 wrong-time-unit"), std::string::npos) << found;
}

TEST(Mend, WhatLiesBehindASlipIsJudged) {
  const std::string found =
      told(R"({"msg_title": "a", "msg_text": "b", "event_type": "AEvent", "timestamp" 1607432944000})", "event");
  EXPECT_NE(found.find("invalid-json a colon is missing"), std::string::npos) << found;
  EXPECT_NE(found.find("wrong-time-unit"), std::string::npos) << found;
}

TEST(Mend, NoSecretIsShownAgain) {
  for (const char *text : {R"({"password": "4711abcd, "a": 1})", R"({"password": 4711abcd", "a": 1})",
                           R"({"password: "4711abcd", "a": 1})", R"({"password" "4711abcd"})"}) {
    Linter linter;
    for (const Finding &finding : linter.lint(text, "data")) {
      const Description d = linter.describe(finding);
      EXPECT_EQ(d.words.message.find("4711abcd"), std::string::npos) << text << ": " << d.words.message;
      EXPECT_EQ(d.words.suggestion.find("4711abcd"), std::string::npos) << text;
      for (const Edit &edit : d.words.fix)
        EXPECT_EQ(edit.text.find("4711abcd"), std::string::npos) << text;
    }
  }
}

TEST(Mend, ALongTextIsMendedWhereItIsBroken) {
  std::string text = "{\"a\": [";
  for (int i = 0; i < 5000; ++i)
    text += R"({"b": [1, 2], "c": "d"},)"
            "\n";
  const std::size_t broken = text.find("[1, 2]", 60000);
  text += "{}]}";
  text.erase(broken + 5, 1);
  const std::string found = told(text);
  EXPECT_EQ(std::ranges::count(found, '\n'), 1) << found.substr(0, 2000);
  EXPECT_NE(found.find("write ] here"), std::string::npos) << found.substr(0, 2000);
}

TEST(Mend, TextsWithoutAnEndAreLeftAlone) {
  EXPECT_NE(told(std::string(100000, '[')), "");
  EXPECT_NE(told("{\"a\": \"" + std::string(300000, '\\') + "}"), "");
  EXPECT_NE(told("{#}}"), "");
}

} // namespace
} // namespace stslint
