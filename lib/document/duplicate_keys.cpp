#include "parser.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

/// Whether an object has at most 16 keys, all different and none with an escape. Most objects are such.
bool plainly_unique(const Value &object) {
  std::array<std::string_view, 16> keys;
  std::size_t count = 0;
  for (const Member member : object.members()) {
    const std::string_view key = member.key.contents();
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(count);
    if (count == keys.size() || key.find('\\') != std::string_view::npos || std::find(keys.begin(), end, key) != end)
      return false;
    keys[count++] = key;
  }
  return true;
}

} // namespace

void find_duplicate_keys(const Document &document, std::uint32_t object, std::vector<Flaw> &flaws) {
  struct Key {
    std::string_view contents;
    std::string resolved; // empty unless the key has escapes
    std::uint32_t node;
    std::string_view name() const { return resolved.empty() ? contents : resolved; }
  };
  if (plainly_unique(Value(document, object)))
    return;
  std::vector<Key> keys;
  for (const Member member : Value(document, object).members()) {
    if (member.key.marked())
      continue;
    const bool escaped = member.key.contents().find('\\') != std::string_view::npos;
    keys.push_back({member.key.contents(), escaped ? unescaped(member.key.contents()) : "", member.key.index()});
  }
  std::ranges::sort(
      keys, [](const Key &a, const Key &b) { return a.name() != b.name() ? a.name() < b.name() : a.node < b.node; });
  for (std::size_t first = 0, i = 1; i < keys.size(); ++i) {
    if (keys[i].name() != keys[first].name()) {
      first = i;
      continue;
    }
    const Value key(document, keys[i].node);
    flaws.push_back({FlawKind::duplicate_key, key.offset(), key.length(), keys[i].node, keys[first].node});
  }
}

} // namespace stslint
