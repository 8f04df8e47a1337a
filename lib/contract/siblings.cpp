#include "stslint/rule.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr auto in_order = [](const auto &a, const auto &b) {
  return a.name != b.name ? a.name < b.name : a.item.index() < b.item.index();
};

} // namespace

void Siblings::forget() {
  for (Table &table : tables_) {
    table.name = nullptr;
    table.asked = 0; // so that the next document takes them in the same order, as large as it needs them
  }
}

/// That of the list asked about longest ago makes room for a new one.
const Siblings::Table &Siblings::table(const Value &list, const Name &name) {
  auto table = std::ranges::find_if(
      tables_, [&](const Table &known) { return known.list == list.index() && known.name == &name; });
  if (table == tables_.end()) {
    table = std::ranges::min_element(tables_, {}, &Table::asked);
    table->list = list.index();
    table->name = &name;
    table->entries.clear();
    table->all = true;
    for (const Value item : list.items()) {
      const Value text = name.of(item);
      table->all &= text.is(Kind::string);
      if (!text.is(Kind::string))
        continue;
      if (const std::string_view part = name.part(text.view()); part.data() != nullptr)
        table->entries.push_back({part, item});
    }
    std::ranges::sort(table->entries, in_order);
  }
  table->asked = ++asked_;
  return *table;
}

/// A short list needs no index.
Value Siblings::earlier_of_few(const Value &item, const Value &list, const Name &name, std::string_view wanted) {
  Value found;
  for (const Value other : list.items()) {
    if (other.index() >= item.index())
      break;
    const Value text = name.of(other);
    const std::string_view part = text.is(Kind::string) ? name.part(text.view()) : std::string_view();
    if (part.data() != nullptr && part == wanted)
      found = other;
  }
  return found;
}

Value Siblings::earlier(const Value &item, const Value &list, const Name &name) {
  const Value text = name.of(item);
  const Entry mine{text.is(Kind::string) ? name.part(text.view()) : std::string_view(), item};
  if (mine.name.data() == nullptr)
    return {};
  if (list.length() < short_list)
    return earlier_of_few(item, list, name, mine.name);
  const auto &entries = table(list, name).entries;
  const auto at = std::ranges::lower_bound(entries, mine, in_order);
  return at != entries.begin() && std::prev(at)->name == mine.name ? std::prev(at)->item : Value();
}

bool Siblings::has(const Value &list, const Name &name, const Value &text) {
  const std::string_view wanted = text.view();
  const auto &entries = table(list, name).entries;
  const auto at = std::ranges::lower_bound(entries, wanted, {}, &Entry::name);
  return at != entries.end() && at->name == wanted;
}

bool Siblings::names_all(const Value &list, const Name &name) { return table(list, name).all; }

} // namespace stslint
