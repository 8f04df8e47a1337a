#include "contract.hpp"

#include <algorithm>

namespace stslint {

const Shape *Tables::shape(std::string_view definition) const {
  const auto found = std::ranges::lower_bound(by_name, definition, {}, &Shape::name);
  return found == by_name.end() || (*found)->name != definition ? nullptr : *found;
}

namespace {

/// Puts keywords into a definition, which begins on a line of its own.
void add_to(std::string &schema, const SchemaPart &part) {
  const std::string start = "\n    \"" + std::string(part.definition) + "\": {", all = "\n      \"allOf\": [";
  std::size_t at = schema.find(start) + start.size();
  const bool first = schema.compare(at, all.size(), all) != 0;
  if (first)
    schema.insert(at, all + "\n      ],");
  at += all.size();
  schema.insert(at, "\n        " + std::string(part.keywords) + (first ? "" : ","));
}

} // namespace

std::vector<std::string_view> Contract::definitions() const {
  std::vector<std::string_view> names;
  for (const Shape &shape : shapes())
    if (!shape.name.empty())
      names.push_back(shape.name);
  return names;
}

std::string Contract::schema(std::string_view definition, std::span<const Rule *const> rules) const {
  std::string text =
      "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"allOf\": [{\"$ref\": \"#/definitions/";
  text += definition.empty() ? tables_.shapes.front().name : definition;
  text += "\"}],\n  \"definitions\": {";
  for (const std::string_view &source : tables_.sources)
    text.append(&source == &tables_.sources.front() ? "" : ",").append(source);
  text += "\n  }\n}\n";
  for (const Rule *rule : rules)
    if (!rule->schema.keywords.empty())
      add_to(text, rule->schema);
  return text;
}

} // namespace stslint
