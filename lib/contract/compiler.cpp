#include "compiler.hpp"
#include "variants.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {

Contract Contract::compile(std::span<const std::string_view> schemas, std::span<const Rule *const> rules,
                           std::span<const Slip> slips, std::span<const std::string_view> files,
                           std::span<const std::string_view> variants) {
  const auto memory = std::make_shared<std::pmr::monotonic_buffer_resource>();
  Contract contract(Compiler(schemas, rules, *memory, files, variants).tables(), slips);
  contract.memory_ = memory;
  return contract;
}

/// Each shape is made from an object of its own, so a schema has no more shapes than braces. One more is for anything.
Compiler::Compiler(std::span<const std::string_view> schemas, std::span<const Rule *const> rules,
                   std::pmr::memory_resource &memory, std::span<const std::string_view> files,
                   std::span<const std::string_view> variants)
    : memory_(memory), rules_(rules), files_(files) {
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
    sources.push_back(add_schema(kept(in_variants(schema, variants))));
  tables_.sources = kept(sources);
}

void Compiler::fail(const Value &at, const std::string &what) const {
  const char *text = at.text_until_end().data();
  const auto document = std::ranges::find(documents_, text, [](const Document &d) { return d.bytes().data(); });
  const std::string pointer = Locator(*document).pointer(at.index());
  fail(*document, at.offset(), (pointer.empty() ? "the schema" : pointer) + ' ' + what);
}

void Compiler::fail(const Document &document, std::uint32_t offset, const std::string &what) const {
  std::size_t index = 0;
  while (&documents_[index] != &document)
    ++index;
  const Position position = Locator(document).position(offset);
  throw Error((index < files_.size() ? std::string(files_[index]) : "schema") + ':' + std::to_string(position.line) +
              ':' + std::to_string(position.column) + ": " + what);
}

/// Adds the definitions of a schema; they are filled in once all are known. Returns their text.
std::string_view Compiler::add_schema(std::string_view text) {
  Document &document = documents_.emplace_back();
  document.parse(text);
  const Value definitions = document.root().member("definitions");
  if (!document.flaws().empty())
    fail(document, document.flaws()[0].offset, "this is no JSON");
  if (!definitions.is(Kind::object))
    fail(document.root(), "has no \"definitions\" object");
  std::string_view members = definitions.raw().substr(1, definitions.length() - 2);
  members = members.substr(0, members.find_last_not_of(" \n\r\t") + 1);
  for (const Member member : document.root().members())
    if (!member.key.equals("definitions") && !member.key.equals("$schema") && !member.key.equals("$comment"))
      fail(member.key, "stands beside \"definitions\", where nothing is read");
  for (const Member member : definitions.members()) {
    const bool twice = std::ranges::any_of(
        definitions_, [&](const Definition &known) { return known.shape->name == member.key.view(); });
    if (twice)
      fail(member.key, "is a definition of another file, too");
    Shape &shape = added(member.value);
    shape.name = kept(member.key.text());
    definitions_.push_back({member.value, &shape});
  }
  return kept(members);
}

Tables Compiler::tables() {
  std::vector<const Shape *> by_name;
  for (const Definition &definition : definitions_)
    by_name.push_back(definition.shape);
  std::ranges::stable_sort(by_name, {}, &Shape::name);
  tables_.by_name = kept(by_name);
  for (const Definition &definition : definitions_)
    fill(*definition.shape, definition.schema);
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
  // A property takes over the rules and the words of its shape: so the shapes come first.
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
    fail(schema, "is no schema, which is an object");
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
      fail(member.key, "has no effect beside a $ref in draft-07; write it where the $ref leads");
  const std::string_view target = reference.view();
  const Shape *shape = target.starts_with(prefix) ? tables_.shape(target.substr(prefix.size())) : nullptr;
  if (shape == nullptr)
    fail(reference, "leads nowhere; a $ref is \"#/definitions/\" and the name of a definition, of any file");
  return shape;
}

namespace {

std::string known_keywords() {
  std::vector<std::string_view> known;
  for (const Compiler::Reader &reader : Compiler::readers())
    known.push_back(reader.keyword);
  return alternatives(known, "and");
}

} // namespace

void Compiler::fill(Shape &shape, const Value &schema) {
  for (const auto &[key, value] : schema.members()) {
    const auto reader = std::ranges::find(readers(), key.view(), &Reader::keyword);
    if (reader == readers().end())
      fail(key, "is a keyword that the contract does not know; it knows " + known_keywords() +
                    ", and all else is for a rule to say");
    if ((reader->kinds & bit(value.kind())) == 0)
      fail(value, "is of another type than the contract takes here: " + reader->types());
    reader->read(*this, shape, value);
  }
  if (shape.names != nullptr && !shape.properties.empty())
    fail(schema, "has propertyNames beside properties, which say their names");
}

} // namespace stslint
