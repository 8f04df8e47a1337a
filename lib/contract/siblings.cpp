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
    table->texts.clear();
    table->all = true;
    Unescaped store;
    for (const Value item : list.items()) {
      const Value text = name.of(item);
      table->all &= text.is(Kind::string);
      if (!text.is(Kind::string))
        continue;
      std::string_view said = text.text(store);
      if (said.data() != text.contents().data()) {
        const std::size_t at = table->texts.size();
        table->texts.reserve(list.length()); // room for all of them, so that none moves
        said = std::string_view(table->texts.append(said)).substr(at);
      }
      if (const std::string_view part = name.part(said); part.data() != nullptr)
        table->entries.push_back({part, item});
    }
    std::ranges::sort(table->entries, in_order);
  }
  table->asked = ++asked_;
  return *table;
}

Value Siblings::earlier(const Value &item, const Value &list, const Name &name) {
  Unescaped store;
  const Value text = name.of(item);
  const Entry mine{text.is(Kind::string) ? name.part(text.text(store)) : std::string_view(), item};
  if (mine.name.data() == nullptr)
    return {};
  const auto &entries = table(list, name).entries;
  const auto at = std::ranges::lower_bound(entries, mine, in_order);
  return at != entries.begin() && std::prev(at)->name == mine.name ? std::prev(at)->item : Value();
}

bool Siblings::has(const Value &list, const Name &name, const Value &text) {
  Unescaped store;
  const std::string_view wanted = text.text(store);
  const auto &entries = table(list, name).entries;
  const auto at = std::ranges::lower_bound(entries, wanted, {}, &Entry::name);
  return at != entries.end() && at->name == wanted;
}

bool Siblings::names_all(const Value &list, const Name &name) { return table(list, name).all; }

} // namespace stslint
