#include "support/faults.hpp"

#include <set>

namespace stslint::wrong_naming_style {
namespace {

constexpr Example examples[] = {
    {"event",
     R"({"EventType": "DeploymentEvent", "MsgTitle": "Deployed web 1.4.2", "MsgText": "by ci", "Timestamp": 1607432944, "Context": {"Category": "Changes", "Source": "jenkins", "ElementIdentifiers": ["urn:host:/web01"]}})",
     R"({"event_type": "DeploymentEvent", "msg_title": "Deployed web 1.4.2", "msg_text": "by ci", "timestamp": 1607432944, "context": {"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]}})"},
};

/// Fewer names are slips of their own.
constexpr std::size_t several = 3;

struct Rename {
  Value key;
  const Property *meant;
};

/// The members that the keys of one object stand for: by their very names, or else by names that differ in letter case
/// and underscores only. No two keys stand for the same member.
class Names {
public:
  Names(const Value &object, const Shape &shape) : shape_(shape) {
    for (const Member member : object.members())
      if (const Property *property = shape.property(member.key))
        taken_ |= bit(*property);
  }

  const Property *meant_by(const Value &key) {
    if (const Property *property = shape_.property(key))
      return property;
    const std::string name = key.text();
    for (const Property &property : shape_.properties)
      if ((taken_ & bit(property)) == 0 && same_word(property.name, name)) {
        taken_ |= bit(property);
        return &property;
      }
    return nullptr;
  }

private:
  std::uint64_t bit(const Property &property) const {
    return std::uint64_t{1} << (&property - shape_.properties.data());
  }
  const Shape &shape_;
  std::uint64_t taken_ = 0;
};

/// Calls `use` with each key in a value that stands for a member, and that member.
template <typename Use> void for_each_name(const Value &value, const Shape *shape, const Use &use) {
  if (shape == nullptr)
    return;
  std::size_t index = 0;
  for (const Value item : value.items())
    for_each_name(item, shape->item(index++), use);
  Names names(value, *shape);
  for (const Member member : value.members()) {
    const Property *property = shape->closed() ? names.meant_by(member.key) : nullptr;
    if (property != nullptr)
      use(member.key, *property);
    for_each_name(member.value, property != nullptr ? property->shape : shape->additional, use);
  }
}

/// In the whole document, read as a value of the place's shape.
std::vector<Rename> renames_in(const Place &place) {
  std::vector<Rename> renames;
  for_each_name(place.document->root(), place.shape, [&](const Value &key, const Property &meant) {
    if (!key.equals(meant.name))
      renames.push_back({key, &meant});
  });
  return renames;
}

/// Several names, of which one is required.
bool broken(const Place &place) {
  std::set<std::string_view> names;
  bool required = false;
  for (const Rename &rename : renames_in(place)) {
    names.insert(rename.meant->name);
    required |= rename.meant->required;
  }
  return required && names.size() >= several;
}

std::string_view style_of(std::string_view name) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (name.find('-') != std::string_view::npos)
    return "kebab-case";
  if (std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; }))
    return "upper case";
  if (std::ranges::none_of(name, upper) && name.find('_') == std::string_view::npos)
    return "lower case without underscores";
  if (name.find('_') != std::string_view::npos)
    return "snake_case";
  return !name.empty() && upper(name[0]) ? "PascalCase" : "camelCase";
}

Words words(const Place &place) {
  const std::vector<Rename> renames = renames_in(place);
  Edits fix;
  for (const Rename &rename : renames)
    fix.push_back(replaced(rename.key, json_string(rename.meant->name))[0]);
  const auto here = std::ranges::find_if(renames, [&](const Rename &rename) { return rename.key.same(place.value); });
  const Rename &one = here == renames.end() ? renames.front() : *here;
  return {
      std::to_string(renames.size()) + " names are in " + std::string(style_of(one.key.text())) + ", such as " +
          shown(one.key) + " for " + in_quotes(one.meant->name) +
          ", and the receiver knows none of them; set the names in the serializer, for example with attributes or a "
          "naming policy",
      "", std::move(fix), true};
}

/// As serializers of .NET write names.
std::string in_pascal_case(std::string_view name) {
  std::string out;
  bool start = true;
  for (const char c : name) {
    if (c != '_')
      out += start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    start = c == '_';
  }
  return out;
}

Edits fault(const Place &place, Decisions &) {
  Edits edits;
  for_each_name(place.value, place.shape, [&](const Value &key, const Property &property) {
    edits.push_back(replaced(key, json_string(in_pascal_case(property.name)))[0]);
  });
  return edits;
}

} // namespace

extern constexpr Rule rule = {
    .id = "wrong-naming-style",
    .summary = "the field names are in another naming style, such as PascalCase",
    .why =
        "Serializers write the names of a program's fields, and many convert them to another style: MsgTitle or "
        "msgTitle for msg_title. The receiver's names are case-sensitive, and mix styles: internalHostname, msg_title. "
        "The receiver refuses a payload without internalHostname, and does not see other fields under a wrong name.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the receiver answers 400 if internalHostname, which is required, is misnamed"},
    .on = "payload event",
    .types = 0, // the linter asks it, of a whole document
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::wrong_naming_style
