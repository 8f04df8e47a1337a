#include "stslint/rule.hpp"

#include <algorithm>

namespace stslint {

Value Siblings::earlier(const Value &item, const Value &list, Part part) {
  const auto known = std::ranges::find_if(
      tables_, [&](const Table &table) { return table.list == list.index() && table.part == part; });
  Table &table = known != tables_.end() ? *known : tables_[oldest_++ % tables_.size()];
  const auto order = [](const Entry &a, const Entry &b) {
    return a.text != b.text ? a.text < b.text : a.item.index() < b.item.index();
  };
  if (known == tables_.end()) {
    table.list = list.index();
    table.part = part;
    table.entries.clear();
    for (const Value other : list.items())
      if (other.is(Kind::string))
        table.entries.push_back({part(other.contents()), other});
    std::ranges::sort(table.entries, order);
  }
  const Entry mine{part(item.contents()), item};
  const auto at = std::ranges::lower_bound(table.entries, mine, order);
  return at != table.entries.begin() && std::prev(at)->text == mine.text ? std::prev(at)->item : Value();
}

} // namespace stslint
