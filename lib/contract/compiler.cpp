#include "compiler.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {

Contract Contract::compile(std::span<const std::string_view> schemas, std::span<const Rule *const> rules,
                           std::span<const Slip> slips) {
  Contract contract;
  contract.slips_ = slips;
  Compiler compiler(contract, rules);
  for (const std::string_view schema : schemas)
    compiler.add_schema(schema);
  compiler.finish();
  return contract;
}

void Compiler::fail(const std::string &what) const {
  throw Error("schema" + (current_.empty() ? "" : " definition " + in_quotes(current_)) + ": " + what);
}

void Compiler::add_schema(std::string_view text) {
  Document &document = documents_.emplace_back();
  document.parse(text);
  const Value definitions = document.root().member("definitions");
  if (!document.flaws().empty())
    fail("is no JSON at byte " + std::to_string(document.flaws()[0].offset));
  if (!definitions.is(Kind::object))
    fail("has no definitions");
  std::string_view members = definitions.raw().substr(1, definitions.length() - 2);
  members = members.substr(0, members.find_last_not_of(" \n\r\t") + 1);
  contract_.sources_.emplace_back(members);
  for (const Member member : definitions.members()) {
    Shape &shape = contract_.shapes_.emplace_back();
    shape.name = member.key.text();
    contract_.by_name_.emplace(shape.name, &shape);
    definitions_.push_back({&document, member.value, &shape});
  }
}

void Compiler::finish() {
  for (const Definition &definition : definitions_) {
    current_ = definition.shape->name;
    fill(*definition.shape, definition.schema);
  }
  current_ = "";
  place_rules();
  for (Shape &shape : contract_.shapes_) {
    distribute(shape);
    shape.first_turn = static_cast<std::uint32_t>(contract_.turns_);
    contract_.turns_ += shape.properties.size() + 1;
  }
  Shape &anything = *contract_.anything_;
  anything.additional = anything.items = &anything;
  distribute(anything);
  // A member is what its shape is, and more: so the shapes come first.
  for (Shape &shape : contract_.shapes_)
    for (Property &property : shape.properties) {
      const Shape &inherited = *property.shape;
      property.title = property.title.empty() ? inherited.title : property.title;
      property.description = property.description.empty() ? inherited.description : property.description;
      property.examples = property.examples.empty() ? inherited.examples : property.examples;
      property.rules.all.reserve(property.rules.all.size() + inherited.rules.all.size());
      property.rules.all.insert(property.rules.all.end(), inherited.rules.begin(), inherited.rules.end());
      settle(property.rules, inherited.types);
    }
}

namespace {

std::vector<std::string> texts_of(const Value &list) {
  std::vector<std::string> texts;
  for (const Value item : list.items())
    texts.emplace_back(item.raw());
  return texts;
}

} // namespace

const Shape *Compiler::resolve(const Value &schema) {
  constexpr std::string_view prefix = "#/definitions/";
  const Value reference = schema.member("$ref");
  if (reference.absent()) {
    Shape &shape = contract_.shapes_.emplace_back();
    fill(shape, schema);
    return &shape;
  }
  for (const Member member : schema.members())
    if (static constexpr std::array<std::string_view, 4> beside = {"$ref", "title", "description", "examples"};
        std::ranges::find(beside, member.key.view()) == beside.end())
      fail(in_quotes(member.key.text()) + " beside a $ref has no effect in draft-07");
  const std::string_view target = reference.view();
  const Shape *shape = target.starts_with(prefix) ? contract_.shape(target.substr(prefix.size())) : nullptr;
  if (shape == nullptr)
    fail("$ref " + in_quotes(target) + " leads nowhere");
  return shape;
}

void Compiler::fill(Shape &shape, const Value &schema) {
  if (!schema.is(Kind::object))
    fail("is no object");
  for (const Member member : schema.members())
    keyword(shape, member.key.view(), member.value);
}

void Compiler::keyword(Shape &shape, std::string_view name, const Value &value) {
  const auto size = [&] { return static_cast<std::size_t>(value.number()); };
  if (name == "title")
    shape.title = value.text();
  else if (name == "description")
    shape.description = value.text();
  else if (name == "examples")
    shape.examples = texts_of(value);
  else if (name == "type")
    fill_types(shape, value);
  else if (name == "properties")
    fill_properties(shape, value);
  else if (name == "required") {
    for (const Value item : value.items()) {
      const auto property = std::ranges::find(shape.properties, item.view(), &Property::name);
      if (property == shape.properties.end())
        fail("requires " + in_quotes(item.text()) + ", which stands in no \"properties\" before it");
      property->required = true;
    }
  } else if (name == "additionalProperties") {
    if (value.raw() != "false") // an object of named members is closed without that, too
      shape.additional = resolve(value);
  } else if (name == "propertyNames")
    shape.names = resolve(value);
  else if (name == "items" && value.is(Kind::array)) {
    for (const Value item : value.items())
      shape.tuple.push_back(resolve(item));
  } else if (name == "items")
    shape.items = resolve(value);
  else if (name == "enum") {
    for (const Value item : value.items()) {
      if (!item.is(Kind::string))
        fail("has an enum of other things than strings");
      shape.enumeration.push_back(item.text());
    }
  } else if (name == "pattern")
    fill_pattern(shape, value.text());
  else if (name == "minimum")
    shape.minimum = value.number();
  else if (name == "maximum")
    shape.maximum = value.number();
  else if (name == "exclusiveMinimum")
    shape.exclusive_minimum = value.number();
  else if (name == "exclusiveMaximum")
    shape.exclusive_maximum = value.number();
  else if (name == "minLength")
    shape.min_length = size();
  else if (name == "minItems")
    shape.min_items = size();
  else if (name == "maxItems")
    shape.max_items = size();
  else if (name != "$comment")
    fail("uses " + in_quotes(name) + ", which the contract does not know");
}

void Compiler::fill_types(Shape &shape, const Value &types) {
  static constexpr std::array<std::string_view, 6> names = {"object", "array", "string", "number", "boolean", "null"};
  shape.types = 0;
  const auto add = [&](const Value &type) {
    const auto found = std::ranges::find(names, type.view());
    if (found == names.end())
      fail("has the type " + in_quotes(type.text()) + ", which the contract does not know");
    shape.types |= static_cast<std::uint8_t>(1u << (found - names.begin()));
  };
  if (types.is(Kind::string))
    add(types);
  for (const Value type : types.items())
    add(type);
}

namespace {

std::uint8_t member_marks(std::string_view name) {
  return names_secret(name) ? std::uint8_t{may_hold_secret} : std::uint8_t{0};
}

} // namespace

void Compiler::fill_properties(Shape &shape, const Value &properties) {
  shape.properties.reserve(properties.size());
  for (const Member member : properties.members()) {
    const Shape *value = resolve(member.value);
    shape.properties.push_back({.name = member.key.text(),
                                .shape = value,
                                .marks = member_marks(member.key.view()),
                                .title = member.value.member("title").text(),
                                .description = member.value.member("description").text(),
                                .examples = texts_of(member.value.member("examples"))});
    if (shape.properties.size() > shape.hashes.size())
      fail("has more than " + std::to_string(shape.hashes.size()) + " properties");
    shape.hashes[shape.properties.size() - 1] = key_hash(shape.properties.back().name);
  }
}

/// The one pattern that the contract knows: `^(?!a|b|c)`, a text that starts with none of these words.
void Compiler::fill_pattern(Shape &shape, std::string_view pattern) {
  constexpr std::string_view start = "^(?!";
  if (!pattern.starts_with(start) || !pattern.ends_with(")"))
    fail("has a pattern other than ^(?!word|word)");
  pattern = pattern.substr(start.size(), pattern.size() - start.size() - 1);
  if (pattern.find_first_of("\\^$.*+?()[]{}") != std::string_view::npos)
    fail("has a pattern of more than plain words");
  for (std::size_t bar = 0; bar != std::string_view::npos; pattern.remove_prefix(bar + 1)) {
    bar = pattern.find('|');
    shape.reserved_prefixes.emplace_back(pattern.substr(0, bar));
    if (bar == std::string_view::npos)
      break;
  }
}

} // namespace stslint
