#include "cursor.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

enum ItemKind { field = 5, value_kind = 12 };

/// JSON as a snippet's placeholder, which the editor selects.
std::string as_placeholder(std::string_view json) {
  std::string out = "${1:";
  for (const char c : json) {
    if (c == '$' || c == '}' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + '}';
}

std::vector<std::string> values_of(const PlaceInPayload &place, const Shape &shape, const Property *property) {
  std::vector<std::string> values;
  Linter linter(place.report.linter.settings());
  for (const std::string_view word : shape.enumeration) {
    const std::string value = json_string(word);
    // The documentation of an older version does not know every word.
    if (shape.name.empty() || linter.lint(value, shape.name).empty())
      values.push_back(value);
  }
  if (!values.empty())
    return values;
  if (shape.types == bit(Kind::boolean))
    return {"true", "false"};
  for (const std::string_view example : property != nullptr ? property->examples : shape.examples)
    values.emplace_back(example);
  return values;
}

/// A good value to start from.
std::string first_value(const PlaceInPayload &place, const Property &property) {
  const std::vector<std::string> values = values_of(place, *property.shape, &property);
  if (!values.empty())
    return values.front();
  static constexpr std::pair<Kind, std::string_view> empty_ones[] = {
      {Kind::object, "{}"}, {Kind::array, "[]"}, {Kind::number, "0"}};
  for (const auto &[kind, empty] : empty_ones)
    if (property.shape->allows(kind))
      return std::string(empty);
  return "\"\"";
}

Json item_of(std::string_view label, ItemKind kind, std::string_view detail, std::string_view description,
             const Json &range, const std::string &text) {
  Json item = {{"label", label}, {"kind", static_cast<int>(kind)}, {"detail", detail}};
  if (!description.empty())
    item["documentation"] = description;
  item["filterText"] = label;
  item["textEdit"] = {{"range", range}, {"newText", text}};
  return item;
}

/// The members that an object does not have yet, the required ones first.
Json missing_members(const PlaceInPayload &place, const Client &client, const Json &range) {
  Json items = Json::array();
  const Cursor &cursor = place.cursor;
  const std::size_t behind =
      place.text.find_first_not_of(" \t\r\n", std::min(cursor.offset + cursor.length, place.text.size()));
  const bool has_value = behind != std::string_view::npos && place.text[behind] == ':';
  for (const Property &property : place.expected.container->properties) {
    const bool is_there = std::ranges::find(cursor.other_keys, property.name) != cursor.other_keys.end();
    if (is_there || names_secret(property.name)) // the receiver takes a key, but no payload should hold one
      continue;
    const std::string key = json_string(property.name), value = has_value ? "" : first_value(place, property);
    Json item = item_of(property.name, field, property.title, property.description, range,
                        has_value         ? key
                        : client.snippets ? key + ": " + as_placeholder(value)
                                          : key + ": " + value);
    item["filterText"] = key;
    item["sortText"] = (property.required ? "0" : "1") + std::string(property.name);
    if (!has_value && client.snippets)
      item["insertTextFormat"] = 2;
    items.push_back(std::move(item));
  }
  return items;
}

Json possible_values(const PlaceInPayload &place, const Json &range) {
  Json items = Json::array();
  const auto &[shape, property, container] = place.expected;
  for (const std::string &value : values_of(place, *shape, property))
    items.push_back(item_of(value, value_kind, property != nullptr ? property->title : shape->title, "", range, value));
  return items;
}

} // namespace

Json completion(Features &features, const WorkspaceFile &file, const nlohmann::json &params) {
  Json items;
  at_position(features, file, params, [&](const PlaceInPayload &place) {
    if (place.cursor.key && place.expected.container != nullptr)
      items = missing_members(place, features.client, place.range(file));
    else if (!place.cursor.key && place.expected.shape != nullptr)
      items = possible_values(place, place.range(file));
  });
  return items;
}

} // namespace stslint
