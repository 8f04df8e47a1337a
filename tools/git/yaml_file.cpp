#include "yaml_file.hpp"

#include "stslint/text.hpp"

#include "lib/embedded/yaml_line_break.hpp"

#include <algorithm>
#include <set>

namespace stslint {
namespace {

bool is_bracketed(YamlFile::Node node) {
  return node != nullptr &&
         ((node->type == YAML_MAPPING_NODE && node->data.mapping.style == YAML_FLOW_MAPPING_STYLE) ||
          (node->type == YAML_SEQUENCE_NODE && node->data.sequence.style == YAML_FLOW_SEQUENCE_STYLE));
}

std::string indented(const std::string &lines, std::size_t margin) {
  std::string out;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    out += (at == 0 ? "" : "\n") + std::string(margin, ' ') + lines.substr(at, end - at);
    at = end + 1;
  }
  return out;
}

/// The blanks before each line.
std::vector<std::size_t> margins_of(std::string_view text) {
  std::vector<std::size_t> margins;
  for (std::size_t at = 0;;) {
    const std::size_t start = at;
    at = std::min(text.find_first_not_of(' ', at), text.size());
    margins.push_back(at - start);
    while (at < text.size() && yaml_line_break(text.substr(at)) == 0)
      ++at;
    if (at == text.size())
      return margins;
    at += yaml_line_break(text.substr(at));
  }
}

} // namespace

YamlFile::YamlFile(const std::string &text) {
  // libyaml takes time quadratic in the depth of brackets, and no configuration has so many.
  constexpr std::ptrdiff_t most_brackets = 4000;
  if (std::ranges::count_if(text, [](char c) { return c == '[' || c == ']' || c == '{' || c == '}'; }) > most_brackets)
    return;
  margins_ = margins_of(text);
  yaml_parser_t parser;
  if (yaml_parser_initialize(&parser) == 0)
    return;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
  if (yaml_parser_load(&parser, &document_) == 0)
    document_ = {};
  yaml_parser_delete(&parser);
}

YamlFile::~YamlFile() { yaml_document_delete(&document_); }

YamlFile::Node YamlFile::top() const { return yaml_document_get_root_node(&document_); }

YamlFile::Node YamlFile::member(Node map, std::string_view name) const {
  if (map != nullptr && map->type == YAML_MAPPING_NODE)
    for (const yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top; ++pair)
      if (text(yaml_document_get_node(&document_, pair->key)) == name)
        return yaml_document_get_node(&document_, pair->value);
  if (map == nullptr || name == "<<")
    return nullptr;
  const Node merged = member(map, "<<");
  for (const Entry &each :
       merged != nullptr && merged->type == YAML_MAPPING_NODE ? std::vector<Entry>{{"", merged}} : entries(merged))
    if (each.value != map) // what is merged merges nothing, so that a circle of aliases ends
      for (const Entry &found : entries(each.value))
        if (found.name == name)
          return found.value;
  return nullptr;
}

std::vector<YamlFile::Entry> YamlFile::entries(Node node) const {
  std::vector<Entry> all;
  if (node != nullptr && node->type == YAML_SEQUENCE_NODE)
    for (const int *item = node->data.sequence.items.start; item < node->data.sequence.items.top; ++item)
      all.push_back({"", yaml_document_get_node(&document_, *item)});
  if (node != nullptr && node->type == YAML_MAPPING_NODE)
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; ++pair)
      all.push_back(
          {text(yaml_document_get_node(&document_, pair->key)), yaml_document_get_node(&document_, pair->value)});
  return all;
}

std::vector<YamlFile::Node> YamlFile::values(Node node) const {
  std::vector<Node> all;
  for (const Entry &each : entries(node))
    all.push_back(each.value);
  return all;
}

std::string_view YamlFile::text(Node node) {
  if (node == nullptr || node->type != YAML_SCALAR_NODE)
    return {};
  return {reinterpret_cast<const char *>(node->data.scalar.value), node->data.scalar.length};
}

bool YamlFile::mentions(Node value, std::string_view word) const {
  std::set<Node> seen;
  std::vector<Node> waiting = {value};
  while (!waiting.empty()) {
    const Node node = waiting.back();
    waiting.pop_back();
    if (node == nullptr || !seen.insert(node).second)
      continue;
    if (text(node).find(word) != std::string_view::npos)
      return true;
    for (const Entry &each : entries(node)) {
      if (each.name.find(word) != std::string_view::npos)
        return true;
      waiting.push_back(each.value);
    }
  }
  return false;
}

YamlFile::Place YamlFile::place_of(Node map, std::string_view name, Node value) const {
  // The mark of a value with an anchor is that of the anchor.
  std::size_t column = value->start_mark.column;
  if (value->type == YAML_MAPPING_NODE && !values(value).empty())
    column = yaml_document_get_node(&document_, value->data.mapping.pairs.start->key)->start_mark.column;
  for (const Node item : value->type == YAML_SEQUENCE_NODE ? values(value) : std::vector<Node>())
    if (item->start_mark.index > value->start_mark.index) { // an alias leads back
      column = margins_[item->start_mark.line];
      break;
    }
  for (const yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top; ++pair)
    if (const Node key = yaml_document_get_node(&document_, pair->key); text(key) == name)
      return {column, value->start_mark.index < key->start_mark.index};
  return {column, true};
}

std::string YamlFile::addition(const std::string &place, const std::vector<std::string> &path,
                               const YamlEntry &entry) const {
  Node at = top();
  std::size_t known = 0, margin = 0;
  bool elsewhere = false;
  while (known < path.size()) {
    const Node below = member(at, path[known]);
    if (below == nullptr)
      break;
    const bool on_lines = below->type != YAML_SCALAR_NODE && !is_bracketed(below);
    const Place found = place_of(at, path[known], below);
    margin = on_lines ? found.column : margin + 2;
    elsewhere |= found.elsewhere;
    at = below;
    ++known;
  }
  const bool brackets = is_bracketed(at), list = known == path.size() && entry.in_list();
  std::string text = brackets ? entry.in_brackets : entry.lines, where = "add this to " + printable(place);
  for (std::size_t i = path.size(); i-- > known;) {
    const bool holds_list = i + 1 == path.size() && entry.in_list();
    text = brackets ? '"' + path[i] + "\": " + (holds_list ? "[" : "{") + text + (holds_list ? ']' : '}')
                    : path[i] + ":\n" + indented(text, 2);
  }
  if (brackets)
    where += std::string(", behind the ") + (known == 0 ? "first " : "") + (list ? "\"[\"" : "\"{\"");
  else if (known > 0)
    where += ", below";
  for (std::size_t i = known; i-- > 0;)
    where += (brackets || i + 1 < known ? " of \"" : " \"") + path[i] + (brackets ? "\"" : ":\"");
  where += elsewhere ? ", where its alias leads" : "";
  if (brackets)
    return where + ":\n" + text + (values(at).empty() ? "" : ",");
  return where + ":\n" + indented(text, margin);
}

} // namespace stslint
