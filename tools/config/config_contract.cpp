#include "config_contract.hpp"

#include "command_line/arguments.hpp"

#include "lib/contract/contract.hpp"
#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <array>
#include <vector>

namespace stslint {

/// tools/config/config.schema.json, embedded by the build.
std::string_view embedded_config_schema();

namespace {

std::string did_you_mean(std::string_view word) { return "; did you mean " + in_quotes(word) + '?'; }

Words unknown_key_words(const Place &place) {
  if (place.home != nullptr)
    return {in_quotes(place.value.text()) + " is a setting, but not here; move it to the top of the file"};
  const std::string what = in_quotes(place.value.text()) + " is not a setting";
  std::vector<std::string_view> known;
  for (const Property &property : place.shape->properties)
    known.push_back(property.name);
  return {what + (place.member.empty() ? " here; the settings are " + alternatives(known, "and")
                                       : did_you_mean(place.member))};
}

Words unknown_word_words(const Place &place) {
  const std::vector<std::string_view> known(place.shape->enumeration.begin(), place.shape->enumeration.end());
  const std::string word = place.value.text();
  const auto near = closest(word, known);
  if (place.shape->name == "rule")
    return {"unknown rule " + in_quotes(word) + (near ? did_you_mean(*near) : "; stslint explain lists all rules")};
  return {in_quotes(word) + " is not allowed here" + (near ? did_you_mean(*near) : "; write " + alternatives(known))};
}

Words missing_key_words(const Place &place) {
  const std::string title(place.property->title);
  return {place.value.absent() ? in_quotes(place.member) + " is missing here; write " + title
                               : in_quotes(place.value.text()) + " is not a setting" + did_you_mean(place.member)};
}

bool no_duration(const Place &place) { return !duration_in(place.value.text()); }

Words no_duration_words(const Place &place) { return {duration_advice("max-age", place.value.text())}; }

constexpr Rule unknown_key = {.id = "unknown-setting",
                              .severity = Severity::error,
                              .keywords = Keyword::additional_properties,
                              .examples = {},
                              .words = unknown_key_words};
constexpr Rule unknown_word = {.id = "unknown-word",
                               .severity = Severity::error,
                               .keywords = Keyword::enumeration,
                               .examples = {},
                               .words = unknown_word_words};
constexpr Rule missing_key = {.id = "missing-setting",
                              .severity = Severity::error,
                              .keywords = Keyword::required,
                              .examples = {},
                              .words = missing_key_words};
constexpr Rule invalid_duration = {.id = "invalid-duration",
                                   .severity = Severity::error,
                                   .on = "max-age",
                                   .types = bit(Kind::string),
                                   .examples = {},
                                   .broken = no_duration,
                                   .words = no_duration_words};

/// Enters the words of a definition, which the schema file leaves empty.
void enter(std::string &schema, std::string_view definition, std::span<const std::string_view> words) {
  constexpr std::string_view empty = "\"enum\": []";
  std::string list;
  for (const std::string_view word : words)
    list += (list.empty() ? "" : ", ") + in_quotes(word);
  const std::size_t at = schema.find('"' + std::string(definition) + "\": {");
  schema.replace(schema.find(empty, at), empty.size(), "\"enum\": [" + list + ']');
}

/// The schema with the forms, and with the ids of the rules.
std::string whole_schema() {
  std::string schema(embedded_config_schema());
  std::vector<std::string_view> ids;
  for (const Rule *rule : all_rules())
    ids.push_back(rule->id);
  enter(schema, "form", forms());
  enter(schema, "rule", ids);
  return schema;
}

} // namespace

const Contract &config_contract() {
  static const Contract contract = [] {
    const std::array<const Rule *, 9> rules = {&unknown_key,
                                               &unknown_word,
                                               &missing_key,
                                               &invalid_duration,
                                               find_rule("duplicate-key"),
                                               find_rule("invalid-encoding"),
                                               find_rule("invalid-json"),
                                               find_rule("out-of-range"),
                                               find_rule("wrong-type")};
    const std::string schema = whole_schema();
    const std::array<std::string_view, 1> schemas = {schema};
    return Contract::compile(schemas, rules);
  }();
  return contract;
}

} // namespace stslint
