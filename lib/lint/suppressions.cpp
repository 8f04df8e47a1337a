#include "stslint/suppress.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {

void Suppressions::add(const Suppression &entry) {
  if (entry.fingerprint.empty())
    by_rule_.emplace(entry.rule, entries_.size());
  else
    by_fingerprint_.emplace(entry.fingerprint, entries_.size());
  entries_.push_back({entry});
}

bool Suppressions::take(std::string_view file, const Rule &rule, const Identity &finding) {
  const auto [first, last] = by_fingerprint_.equal_range(finding.fingerprint);
  for (auto at = first; at != last; ++at)
    if (take(entries_[at->second], file, rule, finding))
      return true;
  const auto [begin, end] = by_rule_.equal_range(&rule);
  for (auto at = begin; at != end; ++at)
    if (take(entries_[at->second], file, rule, finding))
      return true;
  return false;
}

bool Suppressions::take(Entry &entry, std::string_view file, const Rule &rule, const Identity &finding) {
  if (entry.rule != &rule || (entry.count > 0 && entry.used == entry.count) || !matches(entry.files, file) ||
      !matches(entry.pointer, finding.pointer))
    return false;
  ++entry.used;
  return true;
}

bool Suppressions::judged(const Entry &entry) const {
  return std::ranges::any_of(linted_, [&](const std::string &file) { return matches(entry.files, file); });
}

std::string literal_pattern(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '*' || c == '?' || c == '\\')
      pattern += '\\';
    pattern += c;
  }
  return pattern;
}

} // namespace stslint
