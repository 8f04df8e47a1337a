// The mechanism, with small contracts of its own: what is refused at compile time, and who speaks of what.
#include "lib/contract/contract.hpp"
#include "lib/contract/table_source.hpp"
#include "lib/lint/embedded_schemas.hpp"
#include "stslint/error.hpp"
#include "stslint/lint.hpp"
#include "support/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stslint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Words no_words(const Place &) { return {}; }

constexpr Rule generic(std::string_view id, Keyword keywords, Severity severity = Severity::error) {
  return {.id = id, .severity = severity, .keywords = keywords, .words = no_words};
}
constexpr Rule type = generic("type", Keyword::type), required = generic("required", Keyword::required),
               enumeration = generic("enum", Keyword::enumeration), pattern = generic("pattern", Keyword::pattern),
               unknown = generic("unknown", Keyword::additional_properties, Severity::warning),
               whole = generic("whole", Keyword::integer),
               range = generic("range", Keyword::minimum | Keyword::min_items | Keyword::max_items |
                                            Keyword::min_length | Keyword::max_length);
const std::vector<const Rule *> generics = {&type, &required, &enumeration, &pattern, &unknown, &whole, &range};

Contract compiled(std::string_view definitions, std::vector<const Rule *> rules = generics,
                  std::span<const Slip> slips = {}) {
  const std::string schema = "{\"definitions\": " + std::string(definitions) + "}";
  const std::string_view schemas[] = {schema};
  return Contract::compile(schemas, rules, slips);
}

/// `rule at raw` for each finding; a member that is not there as `rule at +name`.
std::vector<std::string> found(const Contract &contract, std::string_view text) {
  Document document;
  document.parse(text);
  std::vector<Mistake> mistakes;
  std::vector<std::uint32_t> units;
  Siblings siblings;
  const Settings settings;
  contract.walk(document, *contract.shape("root"), nullptr, settings, mistakes, units, siblings);
  contract.finish(document, *contract.shape("root"), settings, mistakes, siblings);
  std::vector<std::string> out;
  for (const Mistake &mistake : mistakes)
    out.push_back(std::string(mistake.rule->id) + " at " +
                  (mistake.place.value.absent() ? '+' + std::string(mistake.place.member)
                                                : std::string(mistake.place.value.raw())));
  return out;
}

std::string refusal(std::string_view definitions, std::vector<const Rule *> rules = generics) {
  try {
    compiled(definitions, std::move(rules));
  } catch (const Error &error) {
    return error.what();
  }
  return "";
}

TEST(Compile, RefusesWhatItDoesNotUnderstand) {
  EXPECT_THAT(refusal(R"({"root": {"oneOf": []}})"), HasSubstr("/definitions/root/oneOf is a keyword"));
  EXPECT_THAT(refusal(R"({"root": {"type": "float"}})"), HasSubstr("\"null\" and \"integer\""));
  EXPECT_THAT(refusal(R"({"root": {"minLength": "1"}})"),
              HasSubstr("another type than the contract takes here: \"number\""));
  EXPECT_THAT(refusal(R"({"root": {"const": 1}})"), HasSubstr("takes here: \"string\""));
  for (const std::string size : {"-1", "0.5", "1e30", "2147483648"})
    for (const std::string keyword : {"minLength", "maxLength", "minItems", "maxItems"})
      EXPECT_THAT(refusal(R"({"root": {")" + keyword + R"(": )" + size + "}}"), HasSubstr("is no size"));
  EXPECT_EQ(refusal(R"({"root": {"minLength": 0, "maxLength": 2147483647}})"), "");
  EXPECT_THAT(refusal(R"({"root": {"enum": []}})"), HasSubstr("no values"));
  EXPECT_THAT(refusal(R"({"root": {"type": []}})"), HasSubstr("no types"));
  EXPECT_THAT(refusal(R"({"root": {}}, "definitionz": {})"), HasSubstr("beside \"definitions\""));
  EXPECT_THAT(refusal(R"({"root": {"pattern": "^a+$"}})"), HasSubstr("pattern"));
  EXPECT_THAT(refusal(R"_({"root": {"pattern": "^(?!a.b)"}})_"), HasSubstr("plain words"));
  EXPECT_THAT(refusal(R"({"root": {"enum": [1]}})"), HasSubstr("/definitions/root/enum/0 is no string"));
  EXPECT_THAT(refusal(R"({"root": {"items": {"$ref": "#/definitions/none"}}})"), HasSubstr("leads nowhere"));
  EXPECT_THAT(refusal(R"({"root": {"items": {"$ref": "#/definitions/root", "minItems": 1}}})"),
              HasSubstr("beside a $ref"));
  EXPECT_THAT(refusal(R"({"root": {"required": ["a"]}})"), HasSubstr("\"a\""));
  for (const std::string name : {"", "a\\\"b", "a\\nb", "\u00e9", "a_name_with_32_letters_in_lowercas"})
    EXPECT_THAT(refusal(R"({"root": {"properties": {")" + name + R"(": {}}}})"), HasSubstr("1 to 31 characters"));
  EXPECT_THAT(refusal(R"({"root": {"properties": {"a": {}}, "propertyNames": {"minLength": 1}}})"),
              HasSubstr("propertyNames beside properties"));
  EXPECT_THAT(refusal("{"), HasSubstr("no JSON"));
  EXPECT_THAT(refusal(R"({"root": [], "a": 1, "b": 2, "c": 3})"), HasSubstr("/definitions/root is no schema"));
  EXPECT_THAT(refusal(R"({"root": {"items": [1, 2, 3, 4, 5]}})"), HasSubstr("/definitions/root/items/0 is no schema"));
}

/// The build prints it: file, line and column, JSON Pointer, and what is possible instead.
TEST(Compile, SaysWhereAndWhatElseIsPossible) {
  const std::string_view schemas[] = {R"({"definitions": {}})",
                                      "{\"definitions\": {\"root\": {\"properties\":\n  {\"a\": {\"oneOf\": []}}}}}"},
                         files[] = {"schema/a.json", "schema/b.json"};
  try {
    Contract::compile(schemas, generics, {}, files);
    FAIL() << "compiled oneOf";
  } catch (const Error &error) {
    EXPECT_THAT(error.what(),
                testing::StartsWith("schema/b.json:2:10: /definitions/root/properties/a/oneOf is a keyword "
                                    "that the contract does not know; it knows \"title\", "));
    EXPECT_THAT(error.what(), HasSubstr("\"maxLength\""));
  }
}

TEST(Compile, RefusesRulesAboutNothing) {
  Rule rule = generic("odd", Keyword::type);
  rule.on = "none";
  EXPECT_THAT(refusal(R"({"root": {}})", {&rule}), HasSubstr("definition \"none\""));
  rule.on = "root";
  rule.member = "none";
  EXPECT_THAT(refusal(R"({"root": {}})", {&rule}), HasSubstr("member \"none\""));
  const Rule mute = generic("mute", Keyword::none);
  EXPECT_THAT(refusal(R"({"root": {}})", {&mute}), HasSubstr("never speak"));
}

TEST(Compile, RefusesKeywordsThatNobodySpeaksOf) {
  EXPECT_THAT(refusal(R"({"root": {"enum": ["a"]}})", {&type}), HasSubstr("no rule speaks"));
  EXPECT_EQ(refusal(R"({"root": {"enum": ["a"]}})"), "");
}

TEST(Walk, SaysEachMistakeOnce) {
  const Contract contract =
      compiled(R"({"root": {"type": "object", "properties": {"a": {"type": "string", "enum": ["x"]},
    "b": {"type": "array", "items": {"type": "number", "minimum": 3}, "minItems": 1}}, "required": ["a"]}})");
  EXPECT_THAT(found(contract, R"({"a": "x", "b": [3]})"), ElementsAre());
  EXPECT_THAT(found(contract, R"({"a": "y", "b": [3, 2, "4", null]})"),
              ElementsAre("enum at \"y\"", "range at 2", "type at \"4\"", "type at null"));
  EXPECT_THAT(found(contract, R"({"b": []})"), ElementsAre("required at +a", "range at []"));
  EXPECT_THAT(found(contract, "[]"), ElementsAre("type at []"));
  EXPECT_THAT(found(contract, R"({"a": 7})"), ElementsAre("type at 7"));
}

TEST(Walk, TellsWholeNumbersFromOthers) {
  const Contract contract = compiled(R"({"root": {"items": {"type": ["integer", "null"], "minimum": 1}}})");
  EXPECT_THAT(found(contract, "[1, 20000000000000000000, null, 2.5, 1.0, 1e0, 0, \"1\"]"),
              ElementsAre("whole at 2.5", "whole at 1.0", "whole at 1e0", "range at 0", "type at \"1\""));
  const Contract any = compiled(R"({"root": {"items": {"type": ["integer", "number"]}}})");
  EXPECT_THAT(found(any, "[1, 2.5]"), ElementsAre());
}

TEST(Walk, CountsTheCharactersOfTexts) {
  const Contract contract = compiled(R"({"root": {"items": {"type": "string", "minLength": 2, "maxLength": 3}}})");
  EXPECT_THAT(found(contract, R"(["ab", "\u00e9\u00e9\u00e9", "\ud83d\ude00b", "a", "abcd"])"),
              ElementsAre("range at \"a\"", "range at \"abcd\""));
}

TEST(Walk, TakesAConstForAnEnumOfOne) {
  const Contract contract = compiled(R"({"root": {"items": {"const": "x"}}})");
  EXPECT_THAT(found(contract, R"(["x", "y", 1])"), ElementsAre("enum at \"y\"", "enum at 1"));
}

/// However long it is: what is in bounds for sure is said of short texts.
TEST(Walk, JudgesLongTextsLikeShortOnes) {
  Linter linter;
  for (const std::size_t length : {20u, 254u, 255u, 256u, 70000u})
    EXPECT_EQ(linter.lint('"' + std::string(length, 'C') + '"', "metric-type").size(), 1u) << length;
}

TEST(Walk, LetsNoTextBeginWithAnEmptyWord) {
  const Contract contract = compiled(R"_({"root": {"items": {"type": "string", "pattern": "^(?!|a)"}}})_");
  EXPECT_THAT(found(contract, R"(["", "b"])"), ElementsAre("pattern at \"\"", "pattern at \"b\""));
}

TEST(Walk, ChecksTuplesAndNames) {
  const Contract contract = compiled(R"_({"name": {"type": "string", "pattern": "^(?!host|tag)"},
    "root": {"type": "object", "propertyNames": {"$ref": "#/definitions/name"},
    "additionalProperties": {"type": "array", "items": [{"type": "string"}, {"type": "number"}], "maxItems": 2}}})_");
  EXPECT_THAT(found(contract, R"({"a": ["x", 1]})"), ElementsAre());
  EXPECT_THAT(found(contract, R"({"host": ["x", 1], "tagged": [], "Host": []})"),
              ElementsAre("pattern at \"host\"", "pattern at \"tagged\""));
  EXPECT_THAT(found(contract, R"({"a": [1, "x"], "b": ["x", 1, 2]})"),
              ElementsAre("type at 1", "type at \"x\"", "range at [\"x\", 1, 2]"));
}

TEST(Walk, PairsMisspeltMembersWithThoseItWants) {
  static constexpr Slip slips[] = {{"root", "label", "heading"}};
  const Contract contract =
      compiled(R"({"root": {"type": "object", "properties": {"heading": {}, "msg_text": {}, "tags": {}},
    "required": ["heading", "msg_text"]}})",
               generics, slips);
  EXPECT_THAT(found(contract, R"({"headnig": 1, "msgText": 1})"),
              ElementsAre("required at \"headnig\"", "required at \"msgText\""));
  EXPECT_THAT(found(contract, R"({"label": 1, "msg_text": 1, "tag": 1})"),
              ElementsAre("required at \"label\"", "unknown at \"tag\""));
  EXPECT_THAT(found(contract, R"({"heading": 1, "label": 1, "msg_text": 1})"), ElementsAre("unknown at \"label\""));
  EXPECT_THAT(found(contract, R"({"heading": 1, "Heading": 1, "msg_text": 1})"), ElementsAre("unknown at \"Heading\""));
}

TEST(Walk, MissesNothingWhereASyntaxErrorHidesSomething) {
  const Contract contract = compiled(R"({"root": {"type": "object", "properties": {"a": {}}, "required": ["a"]}})");
  EXPECT_THAT(found(contract, R"({"b": [1)"), ElementsAre("unknown at \"b\""));
  EXPECT_THAT(found(contract, R"({"b": 1})"), ElementsAre("required at +a", "unknown at \"b\""));
}

bool always(const Place &) { return true; }
bool member_is_there(const Place &place) { return !place.value.member("a").absent(); }

TEST(Walk, TheWorseAndThenTheMoreSpecificRuleSpeaks) {
  const Rule warning = {
      .id = "warning", .severity = Severity::warning, .on = "word", .broken = always, .words = no_words};
  const Rule specific = {
      .id = "specific", .severity = Severity::error, .on = "word", .keywords = Keyword::enumeration, .words = no_words};
  std::vector<const Rule *> rules = generics;
  rules.insert(rules.end(), {&warning, &specific});
  const Contract contract = compiled(
      R"({"word": {"type": "string", "enum": ["x"]}, "root": {"items": {"$ref": "#/definitions/word"}}})", rules);
  EXPECT_THAT(found(contract, R"(["x", "y", 1])"), ElementsAre("warning at \"x\"", "specific at \"y\"", "type at 1"));
}

TEST(Walk, RulesAboutAMemberAreAskedWhetherItIsThereOrNot) {
  const Rule about = {
      .id = "about", .severity = Severity::warning, .on = "root", .member = "a", .broken = always, .words = no_words};
  std::vector<const Rule *> rules = generics;
  rules.push_back(&about);
  const Contract contract =
      compiled(R"({"root": {"type": "object", "properties": {"a": {"type": "number"}, "b": {}}}})", rules);
  EXPECT_THAT(found(contract, R"({"b": 1})"), ElementsAre("about at +a"));
  EXPECT_THAT(found(contract, R"({"a": 1})"), ElementsAre("about at 1"));
  EXPECT_THAT(found(contract, R"({"a": "1"})"), ElementsAre("type at \"1\""));
}

TEST(Walk, RulesAcrossMembersDoNotSeeWhatIsAlreadySpokenOf) {
  const Rule across = {
      .id = "across", .severity = Severity::error, .on = "root", .broken = member_is_there, .words = no_words};
  std::vector<const Rule *> rules = generics;
  rules.push_back(&across);
  const Contract contract = compiled(R"({"root": {"type": "object", "properties": {"a": {"type": "number"}}}})", rules);
  EXPECT_THAT(found(contract, R"({"a": 1})"), ElementsAre("across at {\"a\": 1}"));
  EXPECT_THAT(found(contract, R"({"a": "1"})"), ElementsAre("type at \"1\""));
}

/// The build's tables are what the schemas come to, field by field.
TEST(Contract, IsTheSameFromTheBuildAsFromTheSchemas) {
  const Contract contract = Contract::compile(embedded_schemas(), all_rules(), all_slips());
  EXPECT_GT(contract.shapes().size(), 50u);
  EXPECT_EQ(table_source(standard_contract().tables(), "tables"), table_source(contract.tables(), "tables"));
  EXPECT_EQ(standard_contract().schema(), contract.schema());
}

TEST(Contract, KnowsItsDefinitionsByName) {
  const Contract contract = compiled(R"({"b": {"title": "B"}, "a": {"items": {"title": "within"}}, "c": {}})");
  ASSERT_EQ(contract.shapes().size(), 4u);
  EXPECT_EQ(contract.shape("b"), &contract.shapes().front());
  EXPECT_EQ(contract.shape("a")->items->title, "within");
  for (const std::string_view none : {"", "B", "aa", "d"})
    EXPECT_EQ(contract.shape(none), nullptr) << none;
}

TEST(Contract, StaysWhereItIsMoved) {
  Contract first = compiled(R"({"root": {"type": "object", "properties": {"a": {"type": "number"}}}})");
  const Contract second = std::move(first);
  EXPECT_THAT(found(second, R"({"a": "1"})"), ElementsAre("type at \"1\""));
}

/// A field added to one schema file: nothing else is touched.
TEST(Contract, LintsExplainsAndSuggestsAFieldThatOneSchemaFileAdds) {
  std::vector<std::string> texts;
  for (const auto &file : test::files(test::root / "schema", ".json"))
    if (file.parent_path().filename() == "schema") {
      std::string &text = texts.emplace_back(test::read(file));
      const std::string before = "\"source_identifier\": {";
      if (const std::size_t at = text.find(before); at != std::string::npos)
        text.insert(at, R"("shift_lead": {"title": "who is on duty, as a string", "type": "string", "minLength": 2},)");
    }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const Contract contract = Contract::compile(views, all_rules(), all_slips());
  Linter linter({}, contract);
  const auto said = [&](const std::string &member) {
    std::string all;
    const std::string text =
        R"({"category": "Changes", "source": "x", "element_identifiers": ["urn:host:/a"], )" + member + '}';
    for (const Finding &finding : linter.lint(text, "context"))
      all += std::string(finding.rule->id) + ": " + linter.describe(finding).words.message;
    return all;
  };
  EXPECT_EQ(said(R"("shift_lead": "Ann")"), "");
  EXPECT_EQ(said(R"("shift_lead": 7)"), "wrong-type: shift_lead is the number 7; expected who is on duty, as a string");
  EXPECT_EQ(said(R"("shift_lead": "A")"),
            "out-of-range: shift_lead has fewer than 2 characters; expected who is on duty, as a string");
  EXPECT_EQ(said(R"("shiftLead": "Ann")"),
            "unknown-field: \"shiftLead\" is not a field of the context, so the receiver ignores it; did you mean "
            "\"shift_lead\"?");
  EXPECT_NE(contract.schema().find("shift_lead"), std::string::npos);
}

} // namespace
} // namespace stslint
