#pragma once

#include "stslint/document.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stslint {

/// An index of the items of a list by name. All rules that compare items share it, so that none needs a nested loop.
class Siblings {
public:
  /// To be called before each document. Keeps its memory.
  void forget();
  /// How to get the name of an item: `of` is a string in it, `part` is the part of that which is the name. An item
  /// without such a string has no name.
  struct Name {
    Value (*of)(const Value &item);
    std::string_view (*part)(std::string_view text);
  };
  /// The nearest earlier item of `list` that has the name of `item`; absent if there is none. The first question about
  /// a list takes time n log n, or n if a bit for each name shows that all differ; each further one takes log n, or
  /// constant time. That holds for no more than a handful of lists at a time.
  Value earlier(const Value &item, const Value &list, const Name &name);
  /// Whether an item of `list` has the name that `text`, a string, says.
  bool has(const Value &list, const Name &name, const Value &text);
  /// Whether each item of `list` has a name.
  bool names_all(const Value &list, const Name &name);

private:
  struct Entry {
    std::string_view name;
    Value item;
  };
  struct Table {
    std::uint32_t list = 0;
    const Name *name = nullptr;
    std::size_t asked = 0;
    bool all = true;                      ///< each item has a name
    bool distinct = true;                 ///< and no two have the same bit, so that they all differ
    bool sorted = false;                  ///< the entries are sorted
    std::array<std::uint64_t, 16> seen{}; ///< a bit for each name, by its hash
    std::vector<Entry> entries;
  };
  Table &table(const Value &list, const Name &name);
  static const std::vector<Entry> &sorted(Table &table);
  std::array<Table, 8> tables_;
  std::size_t asked_ = 0;
};

inline std::string_view all_of(std::string_view text) { return text; }
/// The name of a string is its text.
inline constexpr Siblings::Name itself = {[](const Value &item) { return item; }, all_of};

} // namespace stslint
