#include "compiler.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {

Contract Contract::compile(std::span<const std::string_view> schemas, std::span<const Rule *const> rules,
                           std::span<const Slip> slips) {
  const auto memory = std::make_shared<std::pmr::monotonic_buffer_resource>();
  Contract contract(Compiler(schemas, rules, *memory).tables(), slips);
  contract.memory_ = memory;
  return contract;
}

/// A shape is made of an object of its own, so a schema has no more shapes than braces; one is for anything.
Compiler::Compiler(std::span<const std::string_view> schemas, std::span<const Rule *const> rules,
                   std::pmr::memory_resource &memory)
    : memory_(memory), rules_(rules) {
  std::ptrdiff_t most = 1;
  for (const std::string_view schema : schemas)
    most += std::ranges::count(schema, '{');
  shapes_ = kept(std::vector<Shape>(static_cast<std::size_t>(most)));
  unnamed_ = kept(std::vector<Property>(shapes_.size()));
  for (std::size_t at = 0; at < shapes_.size(); ++at) {
    unnamed_[at].shape = &shapes_[at];
    shapes_[at].unnamed = &unnamed_[at];
  }
  std::vector<std::string_view> sources;
  for (const std::string_view schema : schemas)
    sources.push_back(add_schema(schema));
  tables_.sources = kept(sources);
}

void Compiler::fail(const std::string &what) const {
  throw Error("schema" + (current_.empty() ? "" : " definition " + in_quotes(current_)) + ": " + what);
}

/// Its definitions are filled once all are known. Answers their text.
std::string_view Compiler::add_schema(std::string_view text) {
  Document &document = documents_.emplace_back();
  document.parse(text);
  const Value definitions = document.root().member("definitions");
  if (!document.flaws().empty())
    fail("is no JSON at byte " + std::to_string(document.flaws()[0].offset));
  if (!definitions.is(Kind::object))
    fail("has no definitions");
  std::string_view members = definitions.raw().substr(1, definitions.length() - 2);
  members = members.substr(0, members.find_last_not_of(" \n\r\t") + 1);
  for (const Member member : definitions.members()) {
    current_ = kept(member.key.text());
    Shape &shape = added(member.value);
    shape.name = current_;
    definitions_.push_back({member.value, &shape});
  }
  current_ = "";
  return kept(members);
}

Tables Compiler::tables() {
  std::vector<const Shape *> by_name;
  for (const Definition &definition : definitions_)
    by_name.push_back(definition.shape);
  std::ranges::stable_sort(by_name, {}, &Shape::name);
  tables_.by_name = kept(by_name);
  for (const Definition &definition : definitions_) {
    current_ = definition.shape->name;
    fill(*definition.shape, definition.schema);
  }
  current_ = "";
  place_rules();
  const std::span<Shape> shapes = shapes_.first(tables_.shapes.size());
  for (Shape &shape : shapes) {
    distribute(shape);
    shape.first_turn = static_cast<std::uint32_t>(tables_.turns);
    tables_.turns += shape.properties.size() + 1;
  }
  Shape &anything = shapes_[shapes.size()];
  anything.additional = anything.items = tables_.anything = &anything;
  distribute(anything);
  // A member is what its shape is, and more: so the shapes come first.
  for (auto &[shape, properties] : properties_)
    for (Property &property : properties) {
      const Shape &inherited = *property.shape;
      property.title = property.title.empty() ? inherited.title : property.title;
      property.description = property.description.empty() ? inherited.description : property.description;
      property.examples = property.examples.empty() ? inherited.examples : property.examples;
      std::vector<const Rule *> rules(property.rules.begin(), property.rules.end());
      rules.insert(rules.end(), inherited.unnamed->rules.begin(), inherited.unnamed->rules.end());
      property.rules = settled(std::move(rules), inherited, property.marks);
    }
  return tables_;
}

Shape &Compiler::added(const Value &schema) {
  if (!schema.is(Kind::object))
    fail("is no object");
  tables_.shapes = shapes_.first(tables_.shapes.size() + 1);
  return shapes_[tables_.shapes.size() - 1];
}

std::span<const std::string_view> Compiler::kept_texts(const Value &list) {
  std::vector<std::string_view> texts;
  for (const Value item : list.items())
    texts.push_back(kept(item.raw()));
  return kept(texts);
}

const Shape *Compiler::resolve(const Value &schema) {
  constexpr std::string_view prefix = "#/definitions/";
  const Value reference = schema.member("$ref");
  if (reference.absent()) {
    Shape &shape = added(schema);
    fill(shape, schema);
    return &shape;
  }
  for (const Member member : schema.members())
    if (static constexpr std::array<std::string_view, 4> beside = {"$ref", "title", "description", "examples"};
        std::ranges::find(beside, member.key.view()) == beside.end())
      fail(in_quotes(member.key.text()) + " beside a $ref has no effect in draft-07");
  const std::string_view target = reference.view();
  const Shape *shape = target.starts_with(prefix) ? tables_.shape(target.substr(prefix.size())) : nullptr;
  if (shape == nullptr)
    fail("$ref " + in_quotes(target) + " leads nowhere");
  return shape;
}

void Compiler::fill(Shape &shape, const Value &schema) {
  for (const Member member : schema.members())
    keyword(shape, member.key.view(), member.value);
  if (shape.names != nullptr && !shape.properties.empty())
    fail("has propertyNames beside properties, which say their names");
}

void Compiler::keyword(Shape &shape, std::string_view name, const Value &value) {
  const auto size = [&] { return static_cast<std::size_t>(value.number()); };
  if (name == "title")
    shape.title = kept(value.text());
  else if (name == "description")
    shape.description = kept(value.text());
  else if (name == "examples")
    shape.examples = kept_texts(value);
  else if (name == "type")
    fill_types(shape, value);
  else if (name == "properties")
    fill_properties(shape, value);
  else if (name == "required") {
    for (const Value item : value.items()) {
      const std::span<Property> properties = properties_[&shape];
      const auto property = std::ranges::find(properties, item.view(), &Property::name);
      if (property == properties.end())
        fail("requires " + in_quotes(item.text()) + ", which stands in no \"properties\" before it");
      property->required = true;
    }
  } else if (name == "additionalProperties") {
    if (value.raw() != "false") // an object of named members is closed without that, too
      shape.additional = resolve(value);
  } else if (name == "propertyNames")
    shape.names = resolve(value);
  else if (name == "items" && value.is(Kind::array)) {
    std::vector<const Shape *> tuple;
    for (const Value item : value.items())
      tuple.push_back(resolve(item));
    shape.tuple = kept(tuple);
  } else if (name == "items")
    shape.items = resolve(value);
  else if (name == "enum") {
    std::vector<std::string_view> texts;
    for (const Value item : value.items()) {
      if (!item.is(Kind::string))
        fail("has an enum of other things than strings");
      texts.push_back(kept(item.text()));
    }
    shape.enumeration = kept(texts);
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

Marks member_marks(std::string_view name) { return names_secret(name) ? Marks{may_hold_secret} : Marks{0}; }

/// Property::key and Property::key_bytes; no byte if it does not fit, or does not stand in a text as it is.
std::pair<std::array<char, 32>, std::uint32_t> key_to_compare(std::string_view name) {
  std::array<char, 32> key{};
  const bool plain = std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (name.empty() || name.size() >= key.size() || !plain)
    return {};
  *std::ranges::copy(name, key.begin()).out = '"';
  return {key, static_cast<std::uint32_t>((std::uint64_t{2} << name.size()) - 1)};
}

} // namespace

void Compiler::fill_properties(Shape &shape, const Value &schemas) {
  std::vector<Property> properties;
  for (const Member member : schemas.members()) {
    const Shape *value = resolve(member.value);
    const auto [key, bytes] = key_to_compare(member.key.view());
    if (bytes == 0)
      fail("has the member " + in_quotes(member.key.text()) + ", which is not 1 to 31 letters that need no escape");
    properties.push_back({.key = key,
                          .key_bytes = bytes,
                          .marks = member_marks(member.key.view()),
                          .name = kept(member.key.text()),
                          .shape = value,
                          .title = kept(member.value.member("title").text()),
                          .description = kept(member.value.member("description").text()),
                          .examples = kept_texts(member.value.member("examples"))});
    if (properties.size() > shape.hashes.size())
      fail("has more than " + std::to_string(shape.hashes.size()) + " properties");
    shape.hashes[properties.size() - 1] = key_hash(properties.back().name);
  }
  shape.properties = properties_[&shape] = kept(properties);
}

/// The one pattern that the contract knows: `^(?!a|b|c)`, a text that starts with none of these words.
void Compiler::fill_pattern(Shape &shape, std::string_view pattern) {
  constexpr std::string_view start = "^(?!";
  if (!pattern.starts_with(start) || !pattern.ends_with(")"))
    fail("has a pattern other than ^(?!word|word)");
  pattern = pattern.substr(start.size(), pattern.size() - start.size() - 1);
  if (pattern.find_first_of("\\^$.*+?()[]{}") != std::string_view::npos)
    fail("has a pattern of more than plain words");
  std::vector<std::string_view> words;
  for (std::size_t bar = 0; bar != std::string_view::npos; pattern.remove_prefix(bar + 1)) {
    bar = pattern.find('|');
    words.push_back(kept(pattern.substr(0, bar)));
    if (bar == std::string_view::npos)
      break;
  }
  shape.reserved_prefixes = kept(words);
}

} // namespace stslint
