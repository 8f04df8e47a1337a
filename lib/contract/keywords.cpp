// What the keywords of draft-07 say of a shape. schema/README.md lists them.
#include "compiler.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace stslint {

std::span<const Compiler::Reader> Compiler::readers() {
  static constexpr std::uint8_t text = bit(Kind::string), number = bit(Kind::number), list = bit(Kind::array),
                                object = bit(Kind::object);
  static constexpr Reader all[] = {
      {"title", text, [](Compiler &to, Shape &shape, const Value &value) { shape.title = to.kept(value.text()); }},
      {"description", text,
       [](Compiler &to, Shape &shape, const Value &value) { shape.description = to.kept(value.text()); }},
      {"examples", list, [](Compiler &to, Shape &shape, const Value &value) { shape.examples = to.kept_texts(value); }},
      {"$comment", text, [](Compiler &, Shape &, const Value &) {}},
      {"type", text | list, [](Compiler &to, Shape &shape, const Value &value) { to.read_type(shape, value); }},
      {"enum", list, [](Compiler &to, Shape &shape, const Value &value) { to.read_enum(shape, value); }},
      {"const", text,
       [](Compiler &to, Shape &shape, const Value &value) {
         shape.enumeration = to.kept(std::vector<std::string_view>{to.kept(value.text())});
       }},
      {"pattern", text, [](Compiler &to, Shape &shape, const Value &value) { to.read_pattern(shape, value); }},
      {"minLength", number, [](Compiler &to, Shape &shape, const Value &value) { shape.min_length = to.size(value); }},
      {"maxLength", number, [](Compiler &to, Shape &shape, const Value &value) { shape.max_length = to.size(value); }},
      {"minimum", number, [](Compiler &, Shape &shape, const Value &value) { shape.minimum = value.number(); }},
      {"maximum", number, [](Compiler &, Shape &shape, const Value &value) { shape.maximum = value.number(); }},
      {"exclusiveMinimum", number,
       [](Compiler &, Shape &shape, const Value &value) { shape.exclusive_minimum = value.number(); }},
      {"exclusiveMaximum", number,
       [](Compiler &, Shape &shape, const Value &value) { shape.exclusive_maximum = value.number(); }},
      {"items", object | list, [](Compiler &to, Shape &shape, const Value &value) { to.read_items(shape, value); }},
      {"minItems", number, [](Compiler &to, Shape &shape, const Value &value) { shape.min_items = to.size(value); }},
      {"maxItems", number, [](Compiler &to, Shape &shape, const Value &value) { shape.max_items = to.size(value); }},
      {"properties", object, [](Compiler &to, Shape &shape, const Value &value) { to.read_properties(shape, value); }},
      {"required", list, [](Compiler &to, Shape &shape, const Value &value) { to.read_required(shape, value); }},
      {"additionalProperties", object | bit(Kind::boolean),
       [](Compiler &to, Shape &shape, const Value &value) {
         if (value.raw() != "false") // an object with named members is closed even without it
           shape.additional = to.resolve(value);
       }},
      {"propertyNames", object,
       [](Compiler &to, Shape &shape, const Value &value) { shape.names = to.resolve(value); }},
  };
  return all;
}

namespace {

/// In the order of Kind; "integer" comes last.
constexpr std::array<std::string_view, 7> type_names = {"object",  "array", "string", "number",
                                                        "boolean", "null",  "integer"};

} // namespace

std::string Compiler::Reader::types() const {
  std::vector<std::string_view> those;
  for (std::size_t kind = 0; kind + 1 < type_names.size(); ++kind)
    if ((kinds & (1u << kind)) != 0)
      those.push_back(type_names[kind]);
  return alternatives(those);
}

std::size_t Compiler::size(const Value &value) const {
  const double number = value.number();
  if (!(number >= 0 && number <= 0x7fff'ffff) || number != std::floor(number))
    fail(value, "is no size, which is a whole number from 0 to 2147483647");
  return static_cast<std::size_t>(number);
}

void Compiler::read_type(Shape &shape, const Value &types) {
  shape.types = 0;
  bool any_number = false;
  const auto add = [&](const Value &type) {
    const auto found = std::ranges::find(type_names, type.view());
    if (found == type_names.end())
      fail(type, "is no type of draft-07; there are " + alternatives(type_names, "and"));
    const bool integer = *found == "integer";
    shape.integer |= integer;
    any_number |= *found == "number";
    shape.types |= integer ? bit(Kind::number) : static_cast<std::uint8_t>(1u << (found - type_names.begin()));
  };
  if (types.is(Kind::array) && types.empty())
    fail(types, "is a list of no types, which no value has");
  if (types.is(Kind::string))
    add(types);
  for (const Value type : types.items())
    add(type);
  shape.integer &= !any_number;
}

void Compiler::read_enum(Shape &shape, const Value &values) {
  if (values.empty())
    fail(values, "is a list of no values, which nothing is one of");
  std::vector<std::string_view> texts;
  for (const Value value : values.items()) {
    if (!value.is(Kind::string))
      fail(value, "is no string, and the contract knows an enum of nothing else; say its type, and the rest in a rule");
    texts.push_back(kept(value.text()));
  }
  shape.enumeration = kept(texts);
}

/// The one pattern that the contract knows: `^(?!a|b|c)`, a text that starts with none of these words.
void Compiler::read_pattern(Shape &shape, const Value &value) {
  constexpr std::string_view start = "^(?!";
  const std::string text = value.text();
  std::string_view pattern = text;
  if (!pattern.starts_with(start) || !pattern.ends_with(")"))
    fail(value, "is a pattern other than ^(?!word|word), the only one that the contract knows; say the rest in a rule");
  pattern = pattern.substr(start.size(), pattern.size() - start.size() - 1);
  if (pattern.find_first_of("\\^$.*+?()[]{}") != std::string_view::npos)
    fail(value, "is a pattern of more than plain words, as in ^(?!word|word); say the rest in a rule");
  std::vector<std::string_view> words;
  for (std::size_t bar = 0; bar != std::string_view::npos; pattern.remove_prefix(bar + 1)) {
    bar = pattern.find('|');
    words.push_back(kept(pattern.substr(0, bar)));
    if (bar == std::string_view::npos)
      break;
  }
  shape.reserved_prefixes = kept(words);
}

namespace {

Marks member_marks(std::string_view name) { return names_secret(name) ? Marks{may_hold_secret} : Marks{0}; }

/// Property::key and Property::key_bytes, which is 0 if the name is too long, or needs escapes in a text.
std::pair<std::array<char, 32>, std::uint32_t> key_to_compare(std::string_view name) {
  std::array<char, 32> key{};
  const bool plain = std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (name.empty() || name.size() >= key.size() || !plain)
    return {};
  *std::ranges::copy(name, key.begin()).out = '"';
  return {key, static_cast<std::uint32_t>((std::uint64_t{2} << name.size()) - 1)};
}

} // namespace

void Compiler::read_properties(Shape &shape, const Value &schemas) {
  std::vector<Property> properties;
  for (const Member member : schemas.members()) {
    const Shape *value = resolve(member.value);
    const auto [key, bytes] = key_to_compare(member.key.view());
    if (bytes == 0)
      fail(member.key, "is a name that is not 1 to 31 characters without escapes");
    properties.push_back({.key = key,
                          .key_bytes = bytes,
                          .marks = member_marks(member.key.view()),
                          .name = kept(member.key.text()),
                          .shape = value,
                          .title = kept(member.value.member("title").text()),
                          .description = kept(member.value.member("description").text()),
                          .examples = kept_texts(member.value.member("examples"))});
    if (properties.size() > shape.hashes.size())
      fail(member.key,
           "is one more than the " + std::to_string(shape.hashes.size()) + " properties an object can have");
    shape.hashes[properties.size() - 1] = key_hash(properties.back().name);
  }
  shape.properties = properties_[&shape] = kept(properties);
}

void Compiler::read_required(Shape &shape, const Value &names) {
  for (const Value name : names.items()) {
    const std::span<Property> properties = properties_[&shape];
    const auto property = std::ranges::find(properties, name.view(), &Property::name);
    if (property == properties.end())
      fail(name, "requires " + in_quotes(name.text()) + ", which stands in no \"properties\" before it");
    property->required = true;
  }
}

void Compiler::read_items(Shape &shape, const Value &items) {
  if (items.is(Kind::object)) {
    shape.items = resolve(items);
    return;
  }
  std::vector<const Shape *> tuple;
  for (const Value item : items.items())
    tuple.push_back(resolve(item));
  shape.tuple = kept(tuple);
}

} // namespace stslint
