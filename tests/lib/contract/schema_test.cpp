// The schema as others read it: one draft-07 document, each example in it valid.
#include "lib/contract/compiler.hpp"
#include "lib/contract/variants.hpp"
#include "lib/lint/embedded_schemas.hpp"
#include "lib/rules/support/agent_fields.hpp"
#include "peers/peers.hpp"
#include "support/files.hpp"

#include "stslint/lint.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <set>
#include <sstream>

namespace stslint {
namespace {

void without_variants(nlohmann::json &schema) {
  if (schema.is_object())
    schema.erase("$variants");
  for (nlohmann::json &inner : schema)
    if (inner.is_structured())
      without_variants(inner);
}

/// What stands under each "$variants" of a schema.
std::vector<nlohmann::json> variants_in(const nlohmann::json &schema) {
  std::vector<nlohmann::json> found;
  for (const auto &[key, inner] : schema.items())
    if (key == "$variants")
      found.push_back(inner);
    else if (inner.is_structured())
      for (nlohmann::json &more : variants_in(inner))
        found.push_back(std::move(more));
  return found;
}

TEST(Schema, IsTheUnionOfItsParts) {
  const auto bundle = nlohmann::json::parse(standard_contract().schema());
  EXPECT_EQ(bundle["$schema"], "http://json-schema.org/draft-07/schema#");
  EXPECT_EQ(bundle["allOf"][0]["$ref"], "#/definitions/payload");
  auto definitions = nlohmann::json::object();
  for (const auto &file : test::files(test::root / "schema", ".json"))
    if (file.parent_path().filename() == "schema") {
      const auto part = nlohmann::json::parse(test::read(file));
      EXPECT_EQ(part.size(), 1u) << file;
      definitions.update(part["definitions"]);
    }
  without_variants(definitions);
  EXPECT_EQ(bundle["definitions"], definitions);
}

/// Each keyword that a variant changes is another there; and no place in a file is on another line for it.
TEST(Schema, HoldsInVariants) {
  const std::set<std::string> known = {"ms", "5.2", "suse"};
  std::set<std::string> used;
  for (const std::string_view file : embedded_schemas()) {
    for (const nlohmann::json &variants : variants_in(nlohmann::json::parse(file)))
      for (const auto &[name, keywords] : variants.items())
        used.insert(name);
    for (const std::string &name : known) {
      const std::string_view those[] = {name};
      const std::string changed = in_variants(file, those);
      EXPECT_EQ(changed.find("$variants"), std::string::npos);
      EXPECT_EQ(std::ranges::count(changed, '\n'), std::ranges::count(file, '\n')) << changed;
    }
  }
  EXPECT_EQ(used, known);
}

TEST(Schema, ExpectsThingsInWords) {
  for (const Shape &shape : standard_contract().shapes()) {
    EXPECT_FALSE(shape.title.empty()) << shape.name;
    for (const Property &property : shape.properties)
      EXPECT_FALSE(property.title.empty()) << shape.name << ' ' << property.name;
  }
}

/// schema/README.md lists the keywords that the compiler reads, and the compiler reads those that it lists.
TEST(Schema, DocumentsTheKeywordsThatTheContractKnows) {
  std::set<std::string, std::less<>> documented, read;
  std::istringstream in(test::read(test::root / "schema" / "README.md"));
  const std::regex keyword("`([^`]+)`");
  for (std::string line; std::getline(in, line);) {
    const std::string first = line.starts_with("| `") ? line.substr(0, line.find(" | ", 2)) : "";
    for (std::sregex_iterator match(first.begin(), first.end(), keyword), end; match != end; ++match)
      documented.insert((*match)[1]);
  }
  for (const Compiler::Reader &reader : Compiler::readers())
    read.emplace(reader.keyword);
  EXPECT_EQ(documented, read);
}

/// A member that the schema names is known: what only agents send is a list of others.
TEST(Schema, NamesNothingThatStandsInTheListOfAgentFields) {
  std::size_t listed = 0;
  for (const Shape &shape : standard_contract().shapes()) {
    listed += agent_fields_of(shape.name).size();
    for (const std::string_view name : agent_fields_of(shape.name))
      EXPECT_EQ(shape.property(name), nullptr)
          << name << " of " << shape.name << " is in schema/: take it out of lib/rules/support/agent_fields.hpp";
  }
  EXPECT_GT(listed, 10u);
}

std::string definition_of(const std::string &reference) { return reference.substr(reference.rfind('/') + 1); }

/// `examples` of a definition, or of a member's own schema, are good by our rules and valijson's, in each variant.
void expect_good_examples(const Settings &settings, const Contract &contract) {
  const auto definitions = nlohmann::json::parse(contract.schema())["definitions"];
  std::size_t count = 0;
  const auto hold = [&](const std::string &schema, const nlohmann::json &examples) {
    const UserSchema judge(schema);
    for (const auto &example : examples) {
      EXPECT_EQ(*peers::places(judge, example.dump()), std::set<std::string>()) << example;
      ++count;
    }
  };
  Linter linter(settings);
  for (const auto &[name, definition] : definitions.items()) {
    hold(contract.schema(name), definition.value("examples", nlohmann::json::array()));
    for (const auto &example : definition.value("examples", nlohmann::json::array()))
      EXPECT_TRUE(linter.lint(example.dump(), name).empty()) << name << ' ' << example;
    const auto properties = definition.value("properties", nlohmann::json::object());
    for (const auto &[member, schema] : properties.items())
      if (schema.contains("examples"))
        hold(schema.contains("$ref") ? contract.schema(definition_of(schema["$ref"])) : schema.dump(),
             schema["examples"]);
  }
  EXPECT_GT(count, 10u);
}

TEST(Schema, GivesExamplesThatAreGood) {
  Settings settings{example_now, example_max_age};
  for (const Version version : versions)
    for (const TimeFormat times : {TimeFormat::s, TimeFormat::ms}) {
      settings.time_format = times;
      settings.stackstate = version;
      expect_good_examples(settings, standard_contract(times, version));
    }
}

} // namespace
} // namespace stslint
