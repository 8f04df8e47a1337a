// A secret is shown nowhere, however the JSON around it is broken.
#include "command_line/console.hpp"
#include "program/cli.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace stslint {
namespace {

/// Each N is the name, each S the secret.
constexpr std::string_view forms[] = {
    R"("N": x "S")",
    R"("N": "S)",
    R"("N": S)",
    R"("N": S")",
    R"("N": "S')",
    R"("N": 'S')",
    R"('N': 'S')",
    R"(u'N': u'S')",
    R"("N": b"S")",
    "“N”: “S”",
    "‘N’: ‘S’",
    "„N“: „S“",
    "«N»: «S»",
    "`N`: `S`",
    R"("N": /* c */ "S")",
    R"("N" /* c */: "S")",
    "\"N\": // c\n \"S\"",
    "'N': # c\n 'S'",
    R"("N" "S")",
    R"("N"; "S")",
    R"("N" = "S")",
    R"("N" => "S")",
    R"("N" -> "S")",
    R"("N":: "S")",
    R"("N": = "S")",
    R"("N":, "S")",
    R"(N: "S")",
    R"(N = S)",
    R"("N: "S")",
    R"(N": "S")",
    R"("N: S)",
    R"("N": ["S")",
    R"("N": ("S",))",
    R"("N": {"S"})",
    R"({"N", "S"})",
    R"(("N", "S"))",
    R"("N": "a"S")",
    R"("N": "a" "S")",
    R"("N": "a" + "S")",
    R"(""N"": ""S"")",
    R"(\"N\": \"S\")",
    R"(\u0022N\u0022: \u0022S\u0022)",
    R"("{\u0022N\u0022:\u0022S\u0022}")",
    R"("N": \"S\")",
    R"("N": """S""")",
    R"("N": "a\xS")",
    R"("N": "S\u12")",
    R"("N": S S)",
    R"("N": null "S")",
    R"("N": true S)",
    R"("N": 1 "S")",
    R"("N": str("S"))",
    R"("N": [] "S")",
    "\"N\"\n: \"S\"",
    "\"N\"\u200b: \"S\"",
    "\"N\": \u200b\"S\"",
    R"("N": @"S")",
    R"("N": +S)",
    R"("N": 0S)",
    "\"N\": ”S”",
    "\"N\": “S\"",
    R"(&quot;N&quot;: &quot;S&quot;)",
    R"("N": "S", "n": 01)",
    R"("x": ["N": "S"])",
    R"("x": [{"N": "S"])",
    R"("N": "S";)",
    R"(--N=S)",
};

std::string with(std::string_view form, std::string_view name, std::string_view secret) {
  std::string out;
  for (const char c : form)
    out += c == 'N' ? std::string(name) : c == 'S' ? std::string(secret) : std::string(1, c);
  return out;
}

std::string report_of(const std::string &payload, const std::string &format) {
  std::istringstream in(payload);
  std::ostringstream out, err;
  Console console{in, out, err};
  run(std::vector<std::string>{"check", "--no-config", "--show", "info", "--format", format, "-"}, console);
  return out.str() + err.str();
}

TEST(BrokenSecrets, AreShownNowhere) {
  const std::string before = R"({"internalHostname": "h", )", after = ", \"collection_timestamp\": 1607432950}";
  const std::string deeper = R"({"topologies": [{"components": [{"data": {)";
  for (const std::string_view form : forms)
    for (const std::string_view name : {"apiKey", "password", "DB_PASSWORD"})
      for (const std::string &around : {before, deeper})
        for (const std::string format : {"json", "text"}) {
          const std::string payload = around + with(form, name, "kq83hfLP29") + after;
          const std::string report = report_of(payload, format);
          EXPECT_EQ(report.find("kq83h"), std::string::npos) << payload << '\n' << report;
          EXPECT_EQ(report.find("fLP29"), std::string::npos) << payload << '\n' << report;
        }
}

/// Broken text without a secret is shown as it is.
TEST(BrokenSecrets, OtherTextIsShown) {
  for (const std::string_view form : forms) {
    const std::string report = report_of('{' + with(form, "colour", "kq83hfLP29") + '}', "text");
    EXPECT_EQ(report.find("****"), std::string::npos) << form << '\n' << report;
  }
}

} // namespace
} // namespace stslint
