// The mechanism, with small contracts of its own: what is refused at compile time, and who speaks of what.
#include "../lib/contract/table_source.hpp"
#include "../lib/lint/embedded_schemas.hpp"
#include "stslint/contract.hpp"
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
               range =
                   generic("range", Keyword::minimum | Keyword::min_items | Keyword::max_items | Keyword::min_length);
const std::vector<const Rule *> generics = {&type, &required, &enumeration, &pattern, &unknown, &range};

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
  std::vector<Finding> findings;
  std::vector<std::uint32_t> units;
  Siblings siblings;
  const Settings settings;
  contract.walk(document, *contract.shape("root"), nullptr, settings, findings, units, siblings);
  contract.finish(document, *contract.shape("root"), settings, findings, siblings);
  std::vector<std::string> out;
  for (const Finding &finding : findings)
    out.push_back(std::string(finding.rule->id) + " at " +
                  (finding.place.value.absent() ? '+' + std::string(finding.place.member)
                                                : std::string(finding.place.value.raw())));
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
  EXPECT_THAT(refusal(R"({"root": {"oneOf": []}})"), HasSubstr("\"oneOf\""));
  EXPECT_THAT(refusal(R"({"root": {"type": "integer"}})"), HasSubstr("\"integer\""));
  EXPECT_THAT(refusal(R"({"root": {"pattern": "^a+$"}})"), HasSubstr("pattern"));
  EXPECT_THAT(refusal(R"_({"root": {"pattern": "^(?!a.b)"}})_"), HasSubstr("plain words"));
  EXPECT_THAT(refusal(R"({"root": {"enum": [1]}})"), HasSubstr("enum"));
  EXPECT_THAT(refusal(R"({"root": {"items": {"$ref": "#/definitions/none"}}})"), HasSubstr("leads nowhere"));
  EXPECT_THAT(refusal(R"({"root": {"items": {"$ref": "#/definitions/root", "minItems": 1}}})"),
              HasSubstr("beside a $ref"));
  EXPECT_THAT(refusal(R"({"root": {"required": ["a"]}})"), HasSubstr("\"a\""));
  for (const std::string name : {"", "a\\\"b", "a\\nb", "\u00e9", "a_name_with_32_letters_in_lowercas"})
    EXPECT_THAT(refusal(R"({"root": {"properties": {")" + name + R"(": {}}}})"), HasSubstr("1 to 31 letters"));
  EXPECT_THAT(refusal(R"({"root": {"properties": {"a": {}}, "propertyNames": {"minLength": 1}}})"),
              HasSubstr("propertyNames beside properties"));
  EXPECT_THAT(refusal("{"), HasSubstr("no JSON"));
  EXPECT_THAT(refusal(R"({"root": [], "a": 1, "b": 2, "c": 3})"), HasSubstr("\"root\": is no object"));
  EXPECT_THAT(refusal(R"({"root": {"items": [1, 2, 3, 4, 5]}})"), HasSubstr("\"root\": is no object"));
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
