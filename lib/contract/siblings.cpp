#include "siblings.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr auto in_order = [](const auto &a, const auto &b) {
  return a.name != b.name ? a.name < b.name : a.item.index() < b.item.index();
};

/// Where Table::seen has the bit of a name.
struct Bit {
  std::size_t word;
  std::uint64_t mask;

  explicit Bit(std::string_view name) : Bit(key_hash(name)) {}
  explicit Bit(std::uint16_t hash) : word(hash >> 6 & 15), mask(std::uint64_t{1} << (hash & 63)) {}
};

} // namespace

void Siblings::forget() {
  for (Table &table : tables_) {
    table.name = nullptr;
    table.asked = 0; // so that the next document takes them in the same order, and each is large enough already
  }
}

/// The table of a list for one way to get a name. A new one replaces the table that was asked for the longest time ago.
Siblings::Table &Siblings::table(const Value &list, const Name &name) {
  auto table = std::ranges::find_if(
      tables_, [&](const Table &known) { return known.list == list.index() && known.name == &name; });
  if (table == tables_.end()) {
    table = std::ranges::min_element(tables_, {}, &Table::asked);
    table->list = list.index();
    table->name = &name;
    table->all = table->distinct = true;
    table->sorted = false;
    table->seen.fill(0);
    table->entries.clear();
    for (const Value item : list.items()) {
      const Value text = name.of(item);
      table->all &= text.is(Kind::string);
      if (!text.is(Kind::string))
        continue;
      if (const std::string_view part = name.part(text.view()); part.data() != nullptr) {
        const Bit bit(part);
        table->distinct &= (table->seen[bit.word] & bit.mask) == 0;
        table->seen[bit.word] |= bit.mask;
        table->entries.push_back({part, item});
      }
    }
  }
  table->asked = ++asked_;
  return *table;
}

const std::vector<Siblings::Entry> &Siblings::sorted(Table &table) {
  if (!table.sorted)
    std::ranges::sort(table.entries, in_order);
  table.sorted = true;
  return table.entries;
}

Value Siblings::earlier(const Value &item, const Value &list, const Name &name) {
  Table &known = table(list, name);
  if (known.distinct)
    return {};
  const Value text = name.of(item);
  const Entry mine{text.is(Kind::string) ? name.part(text.view()) : std::string_view(), item};
  if (mine.name.data() == nullptr)
    return {};
  const auto &entries = sorted(known);
  const auto at = std::ranges::lower_bound(entries, mine, in_order);
  return at != entries.begin() && std::prev(at)->name == mine.name ? std::prev(at)->item : Value();
}

bool Siblings::has(const Value &list, const Name &name, const Value &text) {
  const std::string_view wanted = text.view();
  Table &known = table(list, name);
  if (const Bit bit(wanted); (known.seen[bit.word] & bit.mask) == 0)
    return false;
  const auto &entries = sorted(known);
  const auto at = std::ranges::lower_bound(entries, wanted, {}, &Entry::name);
  return at != entries.end() && at->name == wanted;
}

bool Siblings::names_all(const Value &list, const Name &name) { return table(list, name).all; }

} // namespace stslint
