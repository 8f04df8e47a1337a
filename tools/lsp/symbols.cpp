#include "cursor.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <optional>

namespace stslint {
namespace {

constexpr std::size_t most_symbols = 5000, longest_symbol = 80;

/// Calls `use` for each value of a payload, in order, with what the contract expects of it.
void each_value(const PayloadReport &report, const std::function<void(const Place &)> &use) {
  const Document &document = report.linter.document();
  if (!document.root().absent())
    contract_of(report).each_place(document, report.linter.form(), report.linter.settings(), [&](const Place &place) {
      if (!place.value.absent() && !document.nodes()[place.value.index()].key)
        use(place);
    });
}

Json location_of(const std::string &uri, Ranges &ranges, const PayloadReport &report, const Value &value) {
  const Document &document = report.linter.document();
  const std::size_t start = document.origin(value.offset()), end = document.origin(value.offset() + value.length());
  return {{"uri", uri}, {"range", ranges.at(report.record.offset + start, end - start)}};
}

/// What people call an item: its title; without one, the shortest of its required texts, such as an identifier; of a
/// list, such as a metric, its first item.
std::string title_of_item(const Value &item, const Shape &shape) {
  std::optional<std::string> shortest;
  for (const Property &property : shape.properties) {
    const Value value = property.required ? item.member(property.name) : Value();
    if (!value.is(Kind::string))
      continue;
    if (property.name.ends_with("title"))
      return value.text();
    if (!shortest || value.view().size() < shortest->size())
      shortest = value.text();
  }
  return shortest.value_or(item.first_item().text());
}

/// The key of the nearest member that holds a value; "" if there is none.
std::string key_around(Locator &locator, const Value &value, const Document &document) {
  const auto path = locator.path(value.index());
  const auto key = std::find_if(path.rbegin(), path.rend(),
                                [&](const Locator::Step &step) { return document.nodes()[step.child].key; });
  return key == path.rend() ? "" : Value(document, key->child).text();
}

/// The value of a payload that starts at a byte of its text.
Value string_at(const Document &document, std::size_t offset) {
  const auto nodes = document.nodes();
  const auto found = std::ranges::find_if(nodes, [&](const Node &node) {
    return node.kind == Kind::string && !node.key && document.in_text(node.offset) == offset;
  });
  return found == nodes.end() ? Value() : Value(document, static_cast<std::uint32_t>(found - nodes.begin()));
}

} // namespace

/// The named items of lists: events, metrics, components, relations and the like.
Json document_symbols(Features &features, const WorkspaceFile &file, const nlohmann::json &) {
  constexpr int object = 19;
  Json symbols = Json::array();
  Ranges ranges(file.document);
  report_payloads(features.workspace, file, [&](const PayloadReport &report) {
    const Document &document = report.linter.document();
    Locator locator(document);
    each_value(report, [&](const Place &place) {
      if (symbols.size() >= most_symbols || !place.parent.is(Kind::array) || !is_container(place.value.kind()))
        return;
      const std::string name = title_of_item(place.value, *place.shape);
      if (name.empty())
        return;
      symbols.push_back({{"name", shortened(name, longest_symbol)},
                         {"kind", object},
                         {"location", location_of(file.uri, ranges, report, place.value)},
                         {"containerName", shortened(key_around(locator, place.value, document), longest_symbol)}});
    });
  });
  return symbols;
}

/// From an identifier to the object of another kind that bears it, such as from a relation to its component: the first
/// required text of such an object that says the same.
Json definition(Features &features, const WorkspaceFile &file, const nlohmann::json &params) {
  Json answer;
  Ranges ranges(file.document);
  at_position(features, file, params, [&](const PlaceInPayload &at) {
    const Value here = at.cursor.key ? Value() : string_at(at.report.linter.document(), at.cursor.offset);
    if (here.absent())
      return;
    each_value(at.report, [&](const Place &place) {
      const bool bears = place.property != nullptr && place.property->required && place.value.is(Kind::string);
      if (answer.is_null() && bears && place.within->shape != at.expected.container &&
          place.value.view() == here.view())
        answer = location_of(file.uri, ranges, at.report, place.value);
    });
  });
  return answer;
}

} // namespace stslint
