#pragma once

#include "stslint/document.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stslint {

/// What the items of a list are known by: the one index that rules across items share, so that none needs a loop in a
/// loop.
class Siblings {
public:
  /// Another document comes; the memory stays.
  void forget();
  /// How an item gets its name: from a string of it, or from a part of what that says. An item without one has none.
  struct Name {
    Value (*of)(const Value &item);
    std::string_view (*part)(std::string_view text);
  };
  /// The nearest earlier item of `list` that has the name of `item`; absent if there is none. The first question about
  /// a list takes time n log n, or n if all names differ; each further one log n, or none; as long as no more than a
  /// handful of lists are asked about.
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
    bool sorted = false;                  ///< the entries are
    std::array<std::uint64_t, 16> seen{}; ///< a bit for each name, by its hash
    std::vector<Entry> entries;
  };
  Table &table(const Value &list, const Name &name);
  static const std::vector<Entry> &sorted(Table &table);
  std::array<Table, 8> tables_;
  std::size_t asked_ = 0;
};

inline std::string_view all_of(std::string_view text) { return text; }
/// A string is known by what it says.
inline constexpr Siblings::Name itself = {[](const Value &item) { return item; }, all_of};

} // namespace stslint
