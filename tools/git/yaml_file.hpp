#pragma once

#include <string>
#include <string_view>
#include <vector>
#include <yaml.h>

namespace stslint {

/// What goes into a list or a map of such a file, as it is written on lines and between brackets.
struct YamlEntry {
  std::string lines, in_brackets;
  bool in_list() const { return lines.starts_with("- "); }
};

/// The settings of a hook manager, in YAML or JSON. A file that cannot be read has no settings.
class YamlFile {
public:
  explicit YamlFile(const std::string &text);
  ~YamlFile();
  YamlFile(const YamlFile &) = delete;
  YamlFile &operator=(const YamlFile &) = delete;

  using Node = yaml_node_t *; ///< null for a value that is not there
  Node top() const;
  /// Of the map itself, or else of those that it merges by `<<`.
  Node member(Node map, std::string_view name) const;
  /// The values of a list or a map.
  std::vector<Node> values(Node node) const;
  static std::string_view text(Node node);
  /// A member or an item: its name, "" in a list, and its value.
  struct Entry {
    std::string_view name;
    Node value;
  };
  std::vector<Entry> entries(Node node) const;
  /// A key or a text of the value contains the word. Linear, however its aliases lead back to it.
  bool mentions(Node value, std::string_view word) const;

  /// The entry, and what is missing of the path that leads to it, as it fits into the file; before that, a line that
  /// says where.
  std::string addition(const std::string &place, const std::vector<std::string> &path, const YamlEntry &entry) const;

private:
  struct Place {
    std::size_t column; ///< of its first key, or of the hyphen of its first item
    bool elsewhere;     ///< an alias or a merge key leads there
  };
  Place place_of(Node map, std::string_view name, Node value) const;

  mutable yaml_document_t document_{};
  std::vector<std::size_t> margins_; ///< of each line
};

} // namespace stslint
