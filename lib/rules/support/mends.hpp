#pragma once

#include "../../contract/wrapped_list.hpp"
#include "times.hpp"
#include "urls.hpp"

/// The right form of a value that has the wrong type, if the value itself shows it.
namespace stslint {

/// The shape accepts the text, with its members and items.
inline bool satisfies(const Shape &shape, const std::string &text) {
  Document document;
  document.parse(text);
  const Value value = document.root();
  if (!document.flaws().empty() || any(shape.violations(value)))
    return false;
  for (const Member member : value.members())
    if (const Property *property = shape.property(member.key.text());
        property != nullptr && any(property->shape->violations(member.value)))
      return false;
  std::size_t index = 0;
  for (const Value item : value.items())
    if (const Shape *expected = shape.item(index++); expected != nullptr && any(expected->violations(item)))
      return false;
  return true;
}

/// An object of scalars as a list of "key:value" strings; "" for any other object.
inline std::string as_pairs(const Value &object) {
  std::string list;
  for (const Member member : object.members()) {
    if (member.value.is(Kind::object) || member.value.is(Kind::array) || member.value.is(Kind::null))
      return "";
    const std::string text(member.value.is(Kind::string) ? member.value.text() : member.value.raw());
    list += (list.empty() ? "[" : ", ") + json_string(member.key.text() + ':' + text);
  }
  return list.empty() ? "" : list + ']';
}

/// `a:b, c:d` as a list of two strings.
inline std::string as_list(const std::string &text) {
  std::string list;
  for (std::size_t start = 0, comma = 0; comma != std::string::npos; start = comma + 1) {
    comma = text.find(',', start);
    if (const std::string part(trimmed(std::string_view(text).substr(start, comma - start))); !part.empty())
      list += (list.empty() ? "" : ", ") + json_string(part);
  }
  return '[' + list + ']';
}

/// `Build: https://…` or {"Build": "https://…"} as a list of links.
inline std::string as_links(const Value &value) {
  std::string list;
  const auto add = [&](const std::string &title, const std::string &url) {
    list += (list.empty() ? "" : ", ") + ("{\"title\": " + json_string(title)) + ", \"url\": " + json_string(url) + '}';
  };
  for (const Member member : value.members())
    if (member.value.is(Kind::string) && is_absolute(member.value.text()))
      add(member.key.text(), member.value.text());
    else
      return "";
  const std::string text = value.text();
  if (const std::size_t colon = text.find(": "); colon != std::string::npos)
    if (const std::string url(trimmed(std::string_view(text).substr(colon + 2))); is_absolute(url))
      add(text.substr(0, colon), url);
  return list.empty() ? "" : '[' + list + ']';
}

/// The value in its right form; "" if the form is unclear.
inline std::string mended(const Place &place) {
  const Value &value = place.value;
  const Shape &shape = *place.shape;
  const std::string text = value.text();
  std::vector<std::string> candidates;
  if (value.is(Kind::string) && (text.starts_with('{') || text.starts_with('[')))
    candidates.push_back(text);
  if (shape.allows(Kind::array) && shape.items != nullptr) {
    if (shape.items->name == "tag")
      candidates.push_back(value.is(Kind::object) ? as_pairs(value) : value.is(Kind::string) ? as_list(text) : "");
    if (shape.items->name == "source-link")
      candidates.push_back(as_links(value));
    if (value.is(Kind::string) && is_blank(text))
      candidates.push_back("[]");
    // An item with members is an object that has one of them, whatever else its shape takes.
    const auto known = [&](const Property &property) { return !value.member(property.name).absent(); };
    if (shape.items->properties.empty() || std::ranges::any_of(shape.items->properties, known))
      candidates.push_back('[' + std::string(value.raw()) + ']');
  }
  // One string in place of an object with one member, for example the name of a type.
  if (shape.closed() && shape.properties.size() == 1)
    candidates.push_back('{' + json_string(shape.properties[0].name) + ": " + std::string(value.raw()) + '}');
  if (const std::string links = shape.name == "source-link" ? as_links(value) : ""; !links.empty())
    candidates.push_back(links.substr(1, links.size() - 2));
  if (value.is(Kind::string) && text != "null") // a null without quotes is a mistake, too
    candidates.push_back(is_time(shape) ? time_within(text, shape) : text);
  if (only_its_type_matters(place) && (value.is(Kind::number) || value.is(Kind::boolean)))
    candidates.push_back(json_string(value.raw()));
  for (const std::string &candidate : candidates)
    if (!candidate.empty() && satisfies(shape, candidate))
      return candidate;
  return "";
}

/// What to write in place of null, if no rule reports that, too.
inline std::string null_advice(const Property &property, bool list) {
  const bool optional = property.absent_rules.empty();
  const auto judges_lists = [](const Rule *rule) { return (rule->types & bit(Kind::array)) != 0; };
  const bool empty = list && std::ranges::none_of(property.absent_rules, judges_lists);
  return empty && optional ? "write [] or leave it out" : empty ? "write []" : optional ? "leave it out" : "";
}

/// The advice for a value that no fix can be derived from.
inline std::string advice_without_mend(const Place &place) {
  const Shape &shape = *place.shape;
  if (place.value.is(Kind::null) && place.property != nullptr && !place.property->required)
    return null_advice(*place.property, shape.allows(Kind::array));
  if (!place.value.is(Kind::array) || !shape.allows(Kind::object))
    return "";
  if (shape.names != nullptr && !shape.names->examples.empty())
    return '{' + std::string(shape.names->examples[0]) + ": [ … ]}";
  const Value first = place.value.first_item();
  const auto known = [&](const Property &property) { return !first.member(property.name).absent(); };
  const bool several = place.parent.absent() && std::ranges::count_if(shape.properties, known) > 1;
  return several ? "remove the [ ] and send its entries one by one" : "";
}

} // namespace stslint
