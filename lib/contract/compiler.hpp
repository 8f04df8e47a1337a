#pragma once

#include "stslint/contract.hpp"

namespace stslint {

/// Draft-07 text to shapes. Every keyword has a meaning here, or the schema is refused: nothing is silently unchecked.
class Compiler {
public:
  Compiler(Contract &contract, std::span<const Rule *const> rules) : contract_(contract), rules_(rules) {}
  void add_schema(std::string_view text);
  /// Call once all schemas are added: fills the definitions, then hands each place its rules.
  void finish();

private:
  struct Definition {
    const Document *document;
    Value schema;
    Shape *shape;
  };
  void fill(Shape &shape, const Value &schema);
  void keyword(Shape &shape, std::string_view name, const Value &value);
  void fill_types(Shape &shape, const Value &types);
  void fill_properties(Shape &shape, const Value &properties);
  void fill_pattern(Shape &shape, std::string_view pattern);
  const Shape *resolve(const Value &schema);
  [[noreturn]] void fail(const std::string &what) const;

  // rule_table.cpp
  void place_rules();
  void distribute(Shape &shape);
  void settle(RuleSet &rules, std::uint8_t types) const;

  Contract &contract_;
  std::span<const Rule *const> rules_;
  std::deque<Document> documents_;
  std::vector<Definition> definitions_;
  std::vector<std::pair<const Shape *, const Rule *>> specific_; ///< what rules are about, sorted by that
  std::vector<const Rule *> generic_;                            ///< those that speak where none of these does
  std::string_view current_;                                     ///< the definition at work, for error messages
};

} // namespace stslint
