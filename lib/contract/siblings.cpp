#include "stslint/rule.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr auto in_order = [](const auto &a, const auto &b) {
  return a.name != b.name ? a.name < b.name : a.item.index() < b.item.index();
};

} // namespace

/// That of the list asked about longest ago makes room for a new one.
const std::vector<Siblings::Entry> &Siblings::table(const Value &list, Name name) {
  auto table = std::ranges::find_if(
      tables_, [&](const Table &known) { return known.list == list.index() && known.name == name; });
  if (table == tables_.end()) {
    table = std::ranges::min_element(tables_, {}, &Table::asked);
    table->list = list.index();
    table->name = name;
    table->entries.clear();
    for (const Value item : list.items())
      if (const std::string_view text = name(item); text.data() != nullptr)
        table->entries.push_back({text, item});
    std::ranges::sort(table->entries, in_order);
  }
  table->asked = ++asked_;
  return table->entries;
}

Value Siblings::earlier(const Value &item, const Value &list, Name name) {
  const Entry mine{name(item), item};
  if (mine.name.data() == nullptr)
    return {};
  const auto &entries = table(list, name);
  const auto at = std::ranges::lower_bound(entries, mine, in_order);
  return at != entries.begin() && std::prev(at)->name == mine.name ? std::prev(at)->item : Value();
}

bool Siblings::has(const Value &list, Name name, std::string_view wanted) {
  const auto &entries = table(list, name);
  const auto at = std::ranges::lower_bound(entries, wanted, {}, &Entry::name);
  return at != entries.end() && at->name == wanted;
}

} // namespace stslint
