// The C interface says what the program says, byte for byte.
#include "stslint/stslint.h"

#include "support/files.hpp"
#include "support/program.hpp"

#include "encode/json.hpp"
#include "stslint/fix.hpp"
#include "stslint/lint.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <sstream>

namespace stslint {
namespace {

using LinterHandle = std::unique_ptr<stslint_linter, void (*)(stslint_linter *)>;

LinterHandle linter_with(const stslint_options &options) {
  stslint_linter *linter = nullptr;
  EXPECT_EQ(stslint_linter_new(&options, &linter), STSLINT_OK) << stslint_error();
  return {linter, &stslint_linter_free};
}

std::string_view view(const stslint_text &text) {
  EXPECT_EQ(text.data[text.size], '\0');
  return {text.data, text.size};
}

/// Texts of all kinds, and what each is.
std::vector<std::pair<std::string, std::string>> texts() {
  std::vector<std::pair<std::string, std::string>> all;
  const std::vector<std::string_view> known(forms().begin(), forms().end());
  for (const Rule *rule : all_rules())
    for (const Example &example : rule->examples)
      if (rule->scope != Scope::stream && std::ranges::find(known, example.on) != known.end())
        for (const std::string_view text : {example.bad, example.good})
          all.emplace_back(text, example.on);
  for (const char *folder : {"tests/lib/document/json", "schema/examples"})
    for (const auto &file : test::files(test::root / folder, ".json"))
      all.emplace_back(test::read(file), "auto");
  return all;
}

TEST(CInterface, ReportsWhatTheProgramReports) {
  const LinterHandle linter = linter_with({.size = sizeof(stslint_options), .now = example_now, .max_age = 3600});
  std::size_t with_findings = 0;
  for (const auto &[text, form] : texts()) {
    std::size_t count = 0;
    stslint_text report{};
    ASSERT_EQ(stslint_lint(linter.get(), text.data(), text.size(), form.c_str(), &count), STSLINT_OK);
    ASSERT_EQ(stslint_report(linter.get(), "<stdin>", &report), STSLINT_OK);
    ASSERT_EQ(view(report), test::printed({"check", "-", "--format", "json", "--as", form, "--now", "1607432950",
                                           "--max-age", "1h", "--no-config", "--no-baseline"},
                                          text))
        << text;
    with_findings += count > 0;
  }
  EXPECT_GT(with_findings, 300u);
}

TEST(CInterface, NamesTheFormThatATextWasReadAs) {
  const LinterHandle linter = linter_with({.size = sizeof(stslint_options)});
  stslint_text form{};
  EXPECT_EQ(stslint_form(linter.get(), &form), STSLINT_WRONG_USE);
  std::size_t count = 0;
  const std::string event = R"({"event_type": "A", "msg_title": "b", "msg_text": "c", "timestamp": 1})";
  for (const auto &[as, expected] : {std::pair{"auto", "event"}, {"payload", "payload"}}) {
    ASSERT_EQ(stslint_lint(linter.get(), event.data(), event.size(), as, &count), STSLINT_OK);
    ASSERT_EQ(stslint_form(linter.get(), &form), STSLINT_OK);
    EXPECT_EQ(view(form), expected);
  }
}

TEST(CInterface, DescribesWhatItReports) {
  const LinterHandle linter = linter_with({.size = sizeof(stslint_options), .now = example_now, .max_age = 3600});
  for (const auto &[text, form] : texts()) {
    std::size_t count = 0;
    stslint_text report{};
    stslint_lint(linter.get(), text.data(), text.size(), form.c_str(), &count);
    ASSERT_EQ(stslint_report(linter.get(), nullptr, &report), STSLINT_OK);
    const Json findings = Json::parse(view(report)).at("findings");
    ASSERT_EQ(findings.size(), count);
    for (std::size_t i = 0; i < count; ++i) {
      stslint_finding f{.size = sizeof f};
      ASSERT_EQ(stslint_describe(linter.get(), i, &f), STSLINT_OK);
      const Json &json = findings[i];
      ASSERT_EQ(view(f.rule), json["rule"]);
      ASSERT_EQ(view(f.message), json["message"]);
      ASSERT_EQ(std::string(view(f.suggestion)), json.value("suggestion", ""));
      ASSERT_EQ(name(static_cast<Severity>(f.severity)), json["severity"]);
      ASSERT_EQ((std::vector{f.line, f.column, f.end_line, f.end_column, f.offset, f.length}),
                (std::vector<std::size_t>{json["line"], json["column"], json["endLine"], json["endColumn"],
                                          json["offset"], json["length"]}));
      ASSERT_EQ(f.event.data != nullptr, json.contains("event"));
      ASSERT_EQ(f.fix, !json.contains("fix")         ? STSLINT_NO_FIX
                       : json["fix"]["safe"] == true ? STSLINT_SAFE_FIX
                                                     : STSLINT_UNSAFE_FIX);
      ASSERT_LE(f.frame_mark + f.frame_mark_size, view(f.frame).size());
    }
  }
}

TEST(CInterface, FixesWhatTheLibraryFixes) {
  const LinterHandle by = linter_with({.size = sizeof(stslint_options)});
  std::size_t changed = 0;
  for (const auto &[text, form] : texts())
    for (const bool unsafe : {false, true}) {
      Linter linter;
      const Fixes expected = fixes(linter, text, form, {.unsafe = unsafe});
      stslint_text fixed{};
      std::size_t count = 0;
      ASSERT_EQ(stslint_fix(by.get(), text.data(), text.size(), form.c_str(), unsafe, &fixed, &count), STSLINT_OK);
      ASSERT_EQ(view(fixed), edited(text, expected.edits));
      ASSERT_EQ(count, expected.count);
      changed += count > 0;
    }
  EXPECT_GT(changed, 100u);
}

TEST(CInterface, ExplainsWhatTheProgramExplains) {
  const LinterHandle linter = linter_with({.size = sizeof(stslint_options)});
  const Json expected = Json::parse(test::printed({"explain", "--format", "json"}));
  stslint_text json{};
  ASSERT_EQ(stslint_explain(linter.get(), nullptr, &json), STSLINT_OK);
  EXPECT_EQ(Json::parse(view(json)), expected);
  ASSERT_EQ(stslint_explain(linter.get(), "unknown-category", &json), STSLINT_OK);
  EXPECT_EQ(Json::array({Json::parse(view(json))}),
            Json::parse(test::printed({"explain", "unknown-category", "--format", "json"})));
}

TEST(CInterface, HasTheSchemaOfTheProgram) {
  const LinterHandle linter = linter_with({.size = sizeof(stslint_options)});
  stslint_text json{};
  ASSERT_EQ(stslint_schema(linter.get(), nullptr, &json), STSLINT_OK);
  EXPECT_EQ(view(json), test::printed({"schema"}));
  ASSERT_EQ(stslint_schema(linter.get(), "event", &json), STSLINT_OK);
  EXPECT_EQ(view(json), test::printed({"schema", "event"}));
}

TEST(CInterface, GeneratesWhatTheProgramGenerates) {
  const stslint_generator_options options{
      .size = sizeof options, .part = "event", .kind = nullptr, .rule = "unknown-category", .time_format = "ms"};
  std::istringstream lines(test::printed({"generate", "--seed", "7", "--count", "50", "--part", "event", "--rule",
                                          "unknown-category", "--time-format", "ms"}));
  stslint_generator *generator = nullptr;
  ASSERT_EQ(stslint_generator_new(7, &options, &generator), STSLINT_OK) << stslint_error();
  std::size_t index = 0;
  for (std::string line; std::getline(lines, line); ++index) {
    Json expected = Json::parse(line);
    stslint_text payload{}, label{};
    ASSERT_EQ(stslint_generate(generator, index, &payload, &label), STSLINT_OK);
    EXPECT_EQ(view(payload), expected.at("payload"));
    expected.erase("payload");
    EXPECT_EQ(Json::parse(view(label)), expected);
  }
  EXPECT_EQ(index, 50u);
  stslint_generator_free(generator);
}

} // namespace
} // namespace stslint
