#include "table_source.hpp"

#include "../text/text_pool.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace stslint {
namespace {

std::string listed(const std::vector<std::string> &items) {
  std::string out = "{";
  for (const std::string &item : items)
    out += (out.size() > 1 ? "," : "") + item;
  return out + '}';
}

template <typename... Fields> std::string fields(const Fields &...all) { return listed({all...}); }

std::string written(bool value) { return value ? "true" : "false"; }
std::string written(std::uint64_t number) { return std::to_string(number) + 'u'; }
std::string written(double number) {
  if (std::isinf(number))
    return number < 0 ? "-infinity" : "infinity";
  std::array<char, 32> text;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

template <typename List> std::string numbers(const List &list, std::size_t count) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at < count; ++at)
    items.push_back(written(static_cast<std::uint64_t>(list[at])));
  return listed(items);
}

/// The lists of one type, one after the other, each once.
class Lists {
public:
  explicit Lists(std::string name) : name_(std::move(name)) {}

  std::string range(const std::vector<std::string> &wanted) {
    if (wanted.empty())
      return "{}";
    const auto known = std::search(all_.begin(), all_.end(), wanted.begin(), wanted.end());
    const auto at = known - all_.begin();
    if (known == all_.end())
      all_.insert(all_.end(), wanted.begin(), wanted.end());
    return '{' + name_ + '+' + std::to_string(at) + ',' + std::to_string(wanted.size()) + '}';
  }
  std::string source(const std::string &type) const {
    return "constexpr " + type + ' ' + name_ + "[] = " + listed(all_) + ";\n";
  }

private:
  std::string name_;
  std::vector<std::string> all_;
};

/// Structured bindings name every field of a struct: if one is added and not written, this does not compile.
class Source {
public:
  explicit Source(const Tables &tables) : tables_(tables) {
    // The texts read at every start are close together, before those read only for findings.
    for (const Shape &shape : tables.shapes) {
      text(shape.name);
      for (const Property &property : shape.properties)
        text(property.name);
    }
    for (const Shape &shape : tables.shapes)
      for (const auto &list : {shape.enumeration, shape.reserved_prefixes})
        texts(list);
  }

  std::string of(const std::string &name) {
    const auto &[shapes, by_name, anything, turns, flaw_rules, sources] = tables_;
    std::vector<std::string> made;
    for (const Shape &shape : shapes)
      made.push_back(of(shape));
    made.push_back(of(*anything));
    std::vector<std::string> speakers;
    for (const Rule *rule : flaw_rules)
      speakers.push_back(rule == nullptr ? "nullptr" : symbol(*rule));
    const std::string table =
        "extern const Tables " + name + ";\nconst Tables " + name + " = " +
        fields("{shapes," + written(std::uint64_t{shapes.size()}) + '}', pointers(by_name), pointer(anything),
               written(std::uint64_t{turns}), listed(speakers), texts(sources)) +
        ";\n";
    return "#include \"../contract/contract.hpp\"\n\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
           "namespace stslint {\n\n" +
           declared_rules() + "namespace {\n\nconstexpr double infinity = std::numeric_limits<double>::infinity();\n" +
           texts_.source() + lists_.source("std::string_view") + rules_.source("const Rule *") +
           declared("Shape", "shapes", made) + pointers_.source("const Shape *") +
           "constexpr Property properties[] = " + listed(properties_) +
           ";\nconstinit const Shape shapes[] = " + listed(made) + ";\n\n} // namespace\n\n" + table +
           "\n} // namespace stslint\n";
  }

private:
  std::string of(const RuleSet &set) {
    const auto &[wanted, unmarked, context_free, of_streams, all, asked, needing] = set;
    return fields(numbers(wanted, wanted.size()), numbers(unmarked, unmarked.size()),
                  written(std::uint64_t{context_free}), written(std::uint64_t{of_streams}), rules(all),
                  numbers(asked, asked.size()), numbers(needing, needing.size()));
  }

  std::string of(const Property &property) {
    const auto &[key, key_bytes, marks, required, name, shape, rule_set, absent_rules, title, description, examples] =
        property;
    return fields(numbers(key, key.size()), written(std::uint64_t{key_bytes}), written(std::uint64_t{marks}),
                  written(required), text(name), pointer(shape), of(rule_set), rules(absent_rules), text(title),
                  text(description), texts(examples)) +
           '\n';
  }

  std::string of(const Shape &shape) {
    const auto &[types, bounded, sure_digits, first_turn, additional, unnamed, names, items, tuple, properties,
                 sure_bytes, missed, missed_in_streams, hashes, name, title, description, examples, enumeration,
                 reserved_prefixes, minimum, maximum, exclusive_minimum, exclusive_maximum, integer, min_length,
                 max_length, min_items, max_items, key_rules] = shape;
    const std::string unnamed_one = "properties+" + std::to_string(properties_.size());
    properties_.push_back(of(*unnamed));
    const std::string first = std::to_string(properties_.size());
    for (const Property &property : properties)
      properties_.push_back(of(property));
    const std::string members =
        properties.empty() ? "{}" : "{properties+" + first + ',' + std::to_string(properties.size()) + '}';
    return fields(written(std::uint64_t{types}), written(std::uint64_t{bounded}), written(std::uint64_t{sure_digits}),
                  written(std::uint64_t{first_turn}), pointer(additional), unnamed_one, pointer(names), pointer(items),
                  pointers(tuple), members, written(std::uint64_t{sure_bytes}), written(std::uint64_t{missed}),
                  written(std::uint64_t{missed_in_streams}), numbers(hashes, hashes.size()), text(name), text(title),
                  text(description), texts(examples), texts(enumeration), texts(reserved_prefixes), written(minimum),
                  written(maximum), written(exclusive_minimum), written(exclusive_maximum), written(integer),
                  written(std::uint64_t{min_length}), written(std::uint64_t{max_length}),
                  written(std::uint64_t{min_items}), written(std::uint64_t{max_items}), rules(key_rules)) +
           '\n';
  }

  /// The shape after the last is the one for anything.
  std::string pointer(const Shape *shape) const {
    if (shape == nullptr)
      return "nullptr";
    const auto at =
        shape == tables_.anything ? static_cast<std::ptrdiff_t>(tables_.shapes.size()) : shape - tables_.shapes.data();
    return "shapes+" + std::to_string(at);
  }
  std::string pointers(std::span<const Shape *const> shapes) {
    std::vector<std::string> items;
    for (const Shape *shape : shapes)
      items.push_back(pointer(shape));
    return pointers_.range(items);
  }

  std::string symbol(const Rule &rule) {
    std::string name(rule.id);
    std::ranges::replace(name, '-', '_');
    known_rules_.insert(name);
    return '&' + name + "::rule";
  }
  std::string rules(std::span<const Rule *const> list) {
    std::vector<std::string> items;
    for (const Rule *rule : list)
      items.push_back(symbol(*rule));
    return rules_.range(items);
  }
  std::string declared_rules() const {
    std::string out;
    for (const std::string &name : known_rules_)
      out += "namespace " + name + " {\nextern const Rule rule;\n}\n";
    return out + '\n';
  }

  std::string text(std::string_view text) {
    return text.empty() ? "{}" : "{texts+" + std::to_string(texts_.add(text)) + ',' + std::to_string(text.size()) + '}';
  }
  std::string texts(std::span<const std::string_view> list) {
    std::vector<std::string> items;
    for (const std::string_view item : list)
      items.push_back(text(item));
    return lists_.range(items);
  }

  /// Shapes and properties refer to each other.
  static std::string declared(const std::string &type, const std::string &name, const std::vector<std::string> &items) {
    return "extern const " + type + ' ' + name + '[' + std::to_string(items.size()) + "];\n";
  }

  const Tables &tables_;
  TextPool texts_;
  Lists lists_{"lists"}, rules_{"rules"}, pointers_{"pointers"};
  std::vector<std::string> properties_;
  std::set<std::string> known_rules_;
};

} // namespace

std::string table_source(const Tables &tables, const std::string &name) { return Source(tables).of(name); }

} // namespace stslint
