// What fixes do to a text: each byte that they do not speak of stays.
#include "stslint/fix.hpp"

#include "lib/lint/edit_list.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

std::string fixed(std::string_view text, std::string_view form, bool unsafe = false) {
  Linter linter({.now = example_now, .max_age = example_max_age});
  const std::string once = edited(text, fixes(linter, text, form, {.unsafe = unsafe}).edits);
  EXPECT_EQ(fixes(linter, once, form, {.unsafe = unsafe}).count, 0u) << once;
  return once;
}

TEST(Fixes, MendTheJsonAndLeaveTheRest) {
  EXPECT_EQ(fixed("\xef\xbb\xbf{ // web\r\n  'a' : 1.50,\r\n  # all of it\r\n  b: True ,\r\n}", "data"),
            "{\r\n  \"a\" : 1.50,\r\n  \"b\": true \r\n}");
  EXPECT_EQ(fixed("{\"a\":[1/**/\"2\" , 3],}", "data"), "{\"a\":[1 ,\"2\" , 3]}");
  EXPECT_EQ(fixed("{\"a\":[1 2 , 3],}", "data"), "{\"a\":[1 2 , 3]}"); // it may be one number
  EXPECT_EQ(fixed("{\"a\": 1, /* never ended }", "data"), "{\"a\": 1, /* never ended }");
}

TEST(Fixes, SafeOnesDoNotGuess) {
  EXPECT_EQ(fixed(R"("CHANGES")", "category"), R"("Changes")");
  EXPECT_EQ(fixed(R"("Alert")", "category"), R"("Alert")");
  EXPECT_EQ(fixed(R"("Alert")", "category", true), R"("Alerts")");
}

TEST(Fixes, RenameWhatLeavesNoDoubt) {
  EXPECT_EQ(fixed(R"({"name": "Build", "href": "https://ci.example.org"})", "source-link"),
            R"({"title": "Build", "url": "https://ci.example.org"})");
  EXPECT_EQ(fixed(R"({"title": "Build", "ulr": "https://ci.example.org"})", "source-link"),
            R"({"title": "Build", "ulr": "https://ci.example.org"})");
}

/// A second slip can make a mistake look like another one.
TEST(Fixes, SafeOnesLoseNothingBesideASecondSlip) {
  EXPECT_EQ(fixed(R"({"a":1,,"b":2,,"c":3})", "data"), R"({"a":1,"b":2,"c":3})");
  EXPECT_EQ(fixed(R"({"a":[,1],"b":2,"c":[3,,4]})", "data"), R"({"a":[1],"b":2,"c":[3,4]})");
  for (const char *untouched : {R"({"u":"http:"//x","b":2})", R"({"a":"x" # "b":2})", R"({"a":“x, "b":2})",
                                R"({'a': 'it's', 'b': 2})", R"({"a":r"C:\\new"})", R"({"batch_index":02})"})
    EXPECT_EQ(fixed(untouched, "data"), untouched);
}

/// What a string swallows whose quote is lost is not missing. A colon within it would mend nothing, round after round.
TEST(Fixes, PutNothingIntoAStringWithoutEnd) {
  const std::string lost = "[{\"b: 1},\n{\"c\": {}},\n{\"d\" 1}]", list = "{\"a\": " + lost + '}';
  EXPECT_EQ(fixed(list, "data"), "{\"a\": [{\"b: 1},\n{\"c\": {}},\n{\"d\": 1}]}");
}

/// A template that nobody rendered knows where its commas belong.
TEST(Fixes, SafeOnesLeaveTheCommasOfATemplate) {
  const std::string_view text = R"({"a": [{% for x in y %}{"b": 1}{% if not loop.last %},{% endif %}{% endfor %}]})";
  EXPECT_EQ(fixed(text, "data"), text);
}

/// Which bracket is missing is for people to say.
TEST(Fixes, OnlyUnsafeOnesMendTheStructure) {
  EXPECT_EQ(fixed(R"({"a": {"b": [1, 2}, "c": 3})", "data"), R"({"a": {"b": [1, 2}, "c": 3})");
  EXPECT_EQ(fixed(R"({"a": {"b": [1, 2}, "c": 3})", "data", true), R"({"a": {"b": [1, 2]}, "c": 3})");
  EXPECT_EQ(fixed(R"({"a": "x "b" y", "c": 3})", "data", true), R"({"a": "x \"b\" y", "c": 3})");
}

/// An edit that would bring an error is left out, and keeps no other from being made.
TEST(Fixes, MakeNothingWorse) {
  for (const Rule *rule : all_rules())
    for (const Example &example : rule->examples) {
      Linter linter({.now = example_now, .max_age = example_max_age});
      const auto errors = [&](std::string_view text) {
        std::size_t count = 0;
        for (const Finding &finding : linter.lint(text, example.on))
          count += finding.rule->severity == Severity::error ? 1 : 0;
        return count;
      };
      if (rule->scope == Scope::stream)
        continue;
      EXPECT_LE(errors(fixed(example.bad, example.on, true)), errors(example.bad)) << rule->id << ": " << example.bad;
    }
}

/// Edits of edits are edits of the first text.
TEST(EditList, ComposesEdits) {
  const std::string text = "0123456789";
  EditList work(text);
  std::string now = text;
  for (const Edits &edits : {Edits{{2, 3, "abc"}, {7, 0, "X"}}, Edits{{0, 3, ""}, {8, 1, "YZ"}}, Edits{{0, 1, "q"}}}) {
    work.apply(edits);
    now = edited(now, edits);
    EXPECT_EQ(edited(text, work.edits()), now);
  }
  EXPECT_EQ(now, "qc56XYZ89");
}

} // namespace
} // namespace stslint
