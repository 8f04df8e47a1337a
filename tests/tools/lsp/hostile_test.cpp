// Whatever bytes come, the server answers the next good message, and ends when the input does.
#include "session.hpp"
#include "support/program.hpp"

#include "command_line/console.hpp"
#include "lsp/messages.hpp"
#include "program/cli.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <istream>
#include <optional>
#include <random>
#include <sstream>
#include <vector>

namespace stslint {
namespace {

using test::framed;
using testing::HasSubstr;
using testing::Not;

const std::string initialize = framed(R"({"id": 1, "method": "initialize", "params": {"capabilities": {}}})");
const std::string last_words = framed(R"({"id": "last", "method": "shutdown"})") + framed(R"({"method": "exit"})");
const std::string good_bye = R"({"id":"last","result":null})";

/// What the server says to bytes, as lines.
std::string answers_to(const std::string &bytes) {
  return test::readable_messages(test::printed({"lsp", "--no-config", "--no-baseline"}, bytes));
}

std::string opened(const std::string &text, const std::string &name = "a.json") {
  const nlohmann::json message = {
      {"method", "textDocument/didOpen"},
      {"params", {{"textDocument", {{"uri", "file:///" + name}, {"version", 1}, {"text", text}}}}}};
  return framed(message.dump());
}

TEST(LspHostile, ABrokenFrameIsSkipped) {
  for (const std::string bad : {"\r\n\r\n", "garbage\r\n\r\n", "Content-Length: x\r\n\r\n",
                                "Content-Length: -5\r\n\r\n", "Content-Length: 99999999999999999999999999\r\n\r\n",
                                "Content-Length:\r\n\r\n", "Content-Type: a\r\nX: y\r\n\r\n", "{\"id\": 1}\n\n"})
    EXPECT_THAT(answers_to(initialize + bad + last_words), HasSubstr(good_bye)) << bad;
  EXPECT_THAT(answers_to(initialize + std::string(100'000, 'x') + "\r\n\r\n" + last_words), HasSubstr(good_bye));
}

TEST(LspHostile, HeadersMayBeInAnyCaseAndOrder) {
  const std::string message = R"({"id": "last", "method": "shutdown"})";
  EXPECT_THAT(answers_to(initialize + "Content-Type: application/vscode-jsonrpc; charset=utf-8\ncontent-length:   " +
                         std::to_string(message.size()) + "\n\n" + message),
              HasSubstr(good_bye));
}

TEST(LspHostile, ALengthMayEndWithBlanks) {
  const std::string message = R"({"id": "last", "method": "shutdown"})", length = std::to_string(message.size());
  EXPECT_THAT(answers_to(initialize + "Content-Length: " + length + " \t\r\n\r\n" + message), HasSubstr(good_bye));
  EXPECT_THAT(answers_to(initialize + "Content-Length: " + length + " x\r\n\r\n" + message), Not(HasSubstr(good_bye)));
}

TEST(LspHostile, HalfOfTheNextMessageDelaysNoAnswer) {
  const std::string text = R"({"internalHostname": 7, "collection_timestamp": 1})";
  for (const std::size_t half : {1U, 10U, 22U, 60U}) {
    std::ostringstream out;
    std::vector<std::string> pieces = {last_words.substr(half), initialize + opened(text) + last_words.substr(0, half)};
    test::PiecewiseInput input([&]() -> std::optional<std::string> {
      if (pieces.empty())
        return std::nullopt;
      EXPECT_EQ(pieces.size() == 2, out.str().find("the number 7") == std::string::npos);
      std::string piece = pieces.back();
      pieces.pop_back();
      return piece;
    });
    std::istream in(&input);
    Console console{in, out, out};
    EXPECT_EQ(run(std::vector<std::string>{"lsp", "--no-config", "--no-baseline"}, console), 0) << out.str();
  }
}

TEST(LspHostile, WhatIsNoMessageIsRefused) {
  for (const std::string bad :
       {"x", "{", "[1, 2", "\"\\ud800", "{\"id\": 1e999}", "\xff\xfe", "nul", R"({"x": "\ud83d)"})
    EXPECT_THAT(answers_to(initialize + framed(bad) + last_words),
                testing::AllOf(HasSubstr("\"code\":-32700"), HasSubstr(good_bye)))
        << bad;
  for (const std::string odd : {"[]", "null", "1", "\"x\"", "{}", R"({"method": 7})", R"({"method": ""})"})
    EXPECT_THAT(answers_to(initialize + framed(odd) + last_words),
                testing::AllOf(HasSubstr("\"code\":-32600"), HasSubstr(good_bye)))
        << odd;
}

TEST(LspHostile, DeepAndManyValuesAreRefused) {
  const auto repeated = [](const std::string &text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
      out += text;
    return out;
  };
  const std::string deep =
      R"({"id": 2, "method": "x", "params": )" + repeated("[", 200'000) + repeated("]", 200'000) + "}";
  EXPECT_THAT(answers_to(initialize + framed(deep) + last_words),
              testing::AllOf(HasSubstr("too deep"), HasSubstr(good_bye)));
  const std::string many = R"({"id": 2, "method": "x", "params": [)" + repeated("{},", 600'000) + "0]}";
  EXPECT_THAT(answers_to(initialize + framed(many) + last_words),
              testing::AllOf(HasSubstr("too many values"), HasSubstr(good_bye)));
}

TEST(LspHostile, AMessageThatIsTooLongIsSkipped) {
  const std::string longest = framed(std::string(Messages::longest + 1, ' '));
  EXPECT_THAT(answers_to(initialize + opened("{}") + longest + last_words),
              testing::AllOf(HasSubstr("more than 64 MB"), HasSubstr("close and open them"), HasSubstr(good_bye)));
}

/// A wrong length must not swallow all that follows.
TEST(LspHostile, ALengthThatIsTooLargeIsAnsweredAtOnce) {
  for (const std::string length : {"67108865", "10000000000", "18446744073709551615"}) {
    std::ostringstream out;
    std::vector<std::string> pieces = {last_words, initialize + "Content-Length: " + length + "\r\n\r\n{\"id\": 7,"};
    test::PiecewiseInput input([&]() -> std::optional<std::string> {
      EXPECT_EQ(pieces.size() < 2, out.str().find("more than 64 MB") != std::string::npos) << length;
      if (pieces.empty())
        return std::nullopt;
      const std::string piece = pieces.back();
      pieces.pop_back();
      return piece;
    });
    std::istream in(&input);
    Console console{in, out, out};
    EXPECT_EQ(run(std::vector<std::string>{"lsp", "--no-config", "--no-baseline"}, console), 0) << out.str();
    EXPECT_THAT(test::readable_messages(out.str()), HasSubstr(good_bye)) << length;
  }
}

TEST(LspHostile, AMessageThatIsTooLongBySomeBytesHidesOnlyItself) {
  const std::string text = "[\"Content-Length: 2\\r\\n\\r\\n{}\", \"" + std::string(Messages::longest, 'x') + "\"]";
  const std::string answers = answers_to(initialize + framed(text) + last_words);
  EXPECT_THAT(answers, HasSubstr(good_bye));
  EXPECT_EQ(answers.find("-32700"), answers.rfind("-32700"));
  EXPECT_THAT(answers, Not(HasSubstr("-32600")));
}

TEST(LspHostile, AfterAMessageThatIsLostNothingIsSaidOfItsDocument) {
  const std::string broken = R"({"collection_timestamp": 1607432950, "internalHostname": 7})";
  const std::string change =
      framed(R"({"method": "textDocument/didChange", "params": {"textDocument": {"uri": "file:///a.json"}, )"
             R"("contentChanges": [{"text": "{\"internalHostname\": 8, \"collection_timestamp\": 1}"}]}})");
  EXPECT_THAT(answers_to(initialize + opened(broken) + change + last_words), HasSubstr("the number 8"));
  EXPECT_THAT(answers_to(initialize + opened(broken) + framed("{") + change + last_words),
              Not(HasSubstr("the number 8")));
}

/// Neovim sends the bytes of a buffer, JavaScript half a pair.
TEST(LspHostile, WhatIsNoCharacterDoesNotLoseADocument) {
  const std::string start =
                        R"({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "file:///a.json", )"
                        R"("version": 1, "text": "{\"x\": \")",
                    end = R"(\", \"internalHostname\": 7, \"collection_timestamp\": 1}"}}})";
  for (const std::string odd :
       {R"(\ud83d)", R"(\udE00\ud83d\ude00)", R"(\uD83D\uD83D)", "\xff", "\xc3\xc3\xa9", "\xf0\x9f\x98"})
    EXPECT_THAT(answers_to(initialize + framed(start + odd + end) + last_words),
                testing::AllOf(HasSubstr("the number 7"), Not(HasSubstr("-32700"))))
        << odd;
  // Positions are those of the client, which counts one for each.
  EXPECT_THAT(answers_to(initialize + framed(start + "\xff\xff" + end)), HasSubstr("\"character\":33"));
  EXPECT_THAT(answers_to(initialize + framed(start + "ab" + end)), HasSubstr("\"character\":33"));
}

TEST(LspHostile, ParametersOfAnyKindAreRead) {
  const std::vector<std::string> odd = {
      "null",
      "7",
      "[]",
      "\"x\"",
      "{}",
      R"({"textDocument": 7})",
      R"({"textDocument": {"uri": 7, "text": [], "version": {}}})",
      R"({"textDocument": {"uri": "file:///a.json", "text": 7}, "position": -1})",
      R"({"textDocument": {"uri": "file:///a.json"}, "position": {"line": 1e99, "character": -1}})",
      R"({"textDocument": {"uri": "file:///a.json"}, "contentChanges": 7})",
      R"({"textDocument": {"uri": "file:///a.json"}, "contentChanges": [7, null, {"range": {}, "text": 7}]})",
      R"({"textDocument": {"uri": "file:///a.json"}, "range": [], "context": {"only": [7]}})"};
  std::string all = initialize + opened(R"({"internalHostname": 7, "collection_timestamp": 1})");
  for (const std::string &params : odd)
    for (const char *method :
         {"initialized", "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
          "workspace/didChangeWatchedFiles", "$/cancelRequest", "textDocument/codeAction", "textDocument/completion",
          "textDocument/definition", "textDocument/documentSymbol", "textDocument/hover", "textDocument/diagnostic"}) {
      all += framed(std::string(R"({"method": ")") + method + R"(", "params": )" + params + "}");
      all += framed(std::string(R"({"id": 2, "method": ")") + method + R"(", "params": )" + params + "}");
    }
  EXPECT_THAT(answers_to(all + last_words), testing::AllOf(HasSubstr(good_bye), Not(HasSubstr("internal error"))));
}

TEST(LspHostile, RandomBytesInMessagesEndNothing) {
  std::mt19937 random(11);
  const std::string good = opened(R"({"internalHostname": 7, "collection_timestamp": 1})") +
                           framed(R"({"id": 3, "method": "textDocument/hover", "params": {"textDocument": {"uri": )"
                                  R"("file:///a.json"}, "position": {"line": 0, "character": 3}}})");
  for (int run = 0; run < 300; ++run) {
    std::string bytes = good;
    for (int change = 0; change < 3; ++change)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    EXPECT_THAT(answers_to(initialize + bytes), HasSubstr("\"id\": 1")) << testing::PrintToString(bytes);
  }
}

TEST(LspHostile, RequestsAtEachPlaceOfBrokenTextsAreAnswered) {
  const std::string whole =
      R"({"collection_timestamp": 1607432950, /* c */ "events": {"a": [{"tags": ["x:y"], "timestamp": 1}]}, )"
      R"("internalHostname": "é", "x": "\n\)";
  for (std::size_t cut = 0; cut <= whole.size(); cut += 13) {
    std::string all = initialize + opened(whole.substr(0, cut) + (cut % 2 == 0 ? "" : "]}\"{"));
    for (std::size_t at = 0; at <= cut; at += 9)
      for (const char *method : {"completion", "hover", "definition"})
        all +=
            framed(std::string(R"({"id": 2, "method": "textDocument/)") + method +
                   R"(", "params": {"textDocument": {"uri": "file:///a.json"}, "position": {"line": 0, "character": )" +
                   std::to_string(at) + "}}}");
    EXPECT_THAT(answers_to(all + last_words), testing::AllOf(HasSubstr(good_bye), Not(HasSubstr("internal error"))));
  }
}

} // namespace
} // namespace stslint
