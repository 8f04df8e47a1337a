#pragma once

#include "contract.hpp"

#include <deque>
#include <map>
#include <memory_resource>

namespace stslint {

/// Turns draft-07 text into shapes. A schema with a keyword that has no meaning here is refused: nothing is silently
/// unchecked.
class Compiler {
public:
  /// `memory` holds all that the tables refer to, except the rules. `files` are the names of the schemas in errors. The
  /// schemas are compiled in these `variants`.
  Compiler(std::span<const std::string_view> schemas, std::span<const Rule *const> rules,
           std::pmr::memory_resource &memory, std::span<const std::string_view> files,
           std::span<const std::string_view> variants);
  /// Fills the definitions, then hands each place its rules.
  Tables tables();

  /// A keyword of draft-07 that the contract reads.
  struct Reader {
    std::string_view keyword;
    std::uint8_t kinds; ///< a bit for each Kind that its value can be of
    void (*read)(Compiler &, Shape &, const Value &);

    std::string types() const; ///< `"object" or "array"`: the kinds, in words
  };
  /// All of them, as schema/README.md lists them; `$ref` and `definitions` say where schemas are.
  static std::span<const Reader> readers();

private:
  struct Definition {
    Value schema;
    Shape *shape;
  };
  std::string_view add_schema(std::string_view text);
  Shape &added(const Value &schema);
  void fill(Shape &shape, const Value &schema);
  const Shape *resolve(const Value &schema);
  /// Throws Error with the file and the place of the mistake.
  [[noreturn]] void fail(const Value &at, const std::string &what) const;
  [[noreturn]] void fail(const Document &document, std::uint32_t offset, const std::string &what) const;

  // keywords.cpp
  std::size_t size(const Value &value) const;
  void read_type(Shape &shape, const Value &types);
  void read_enum(Shape &shape, const Value &values);
  void read_pattern(Shape &shape, const Value &value);
  void read_properties(Shape &shape, const Value &schemas);
  void read_required(Shape &shape, const Value &names);
  void read_items(Shape &shape, const Value &items);

  // rule_table.cpp
  void place_rules();
  void distribute(Shape &shape);
  std::span<const Rule *const> in_order(std::vector<const Rule *> rules, const Shape &shape);
  RuleSet settled(std::vector<const Rule *> all, const Shape &shape, Marks given = 0);

  template <typename T> std::span<T> kept(const std::vector<T> &list) {
    static_assert(std::is_trivially_destructible_v<T>);
    T *const copy = std::pmr::polymorphic_allocator<T>(&memory_).allocate(list.size());
    std::uninitialized_copy(list.begin(), list.end(), copy);
    return {copy, list.size()};
  }
  std::string_view kept(std::string_view text) {
    return {kept(std::vector<char>(text.begin(), text.end())).data(), text.size()};
  }
  std::span<const std::string_view> kept_texts(const Value &list);

  std::pmr::memory_resource &memory_;
  Tables tables_;
  // Room for all shapes that there can be. The first of them are tables_.shapes; the next one is for anything.
  std::span<Shape> shapes_;
  std::span<Property> unnamed_;                             ///< the unnamed property of each shape
  std::map<const Shape *, std::span<Property>> properties_; ///< those of each shape
  std::span<const Rule *const> rules_;
  std::deque<Document> documents_;
  std::vector<Definition> definitions_;
  std::vector<std::pair<const Shape *, const Rule *>> specific_; ///< the rules about a definition, sorted by its shape
  std::vector<const Rule *> generic_;                            ///< those about any value, after the specific
  std::span<const std::string_view> files_;
};

} // namespace stslint
