#include "suppressions.hpp"

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

bool Suppressions::Entry::speaks_of(std::string_view file, const Rule &of, const Identity &finding) const {
  return rule == &of && matches(files, file) && matches(pointer, finding.pointer);
}

template <typename Use> bool Suppressions::any(const Rule &rule, const Identity &finding, Use use) const {
  const auto [first, last] = by_fingerprint_.equal_range(finding.fingerprint);
  const auto [begin, end] = by_rule_.equal_range(&rule);
  const auto uses = [&](const auto &known) { return use(known.second); };
  return std::any_of(first, last, uses) || std::any_of(begin, end, uses);
}

bool Suppressions::knows(std::string_view file, const Rule &rule, const Identity &finding) const {
  return any(rule, finding, [&](std::size_t at) { return entries_[at].speaks_of(file, rule, finding); });
}

std::optional<std::size_t> Suppressions::take(std::string_view file, const Rule &rule, const Identity &finding) {
  std::optional<std::size_t> taken;
  any(rule, finding, [&](std::size_t at) {
    Entry &entry = entries_[at];
    if ((entry.count > 0 && entry.used == entry.count) || !entry.speaks_of(file, rule, finding))
      return false;
    ++entry.used;
    taken = at;
    return true;
  });
  return taken;
}

bool Suppressions::judged(const Entry &entry) const {
  return std::ranges::any_of(linted_, [&](const std::string &file) { return matches(entry.files, file); });
}

std::string literal_pattern(std::string_view text) {
  std::string pattern;
  for (std::size_t at = 0, length = 0; at < text.size(); at += std::max<std::size_t>(1, length)) {
    length = utf8_length(text.substr(at));
    if (length == 0) {
      pattern += '?';
      continue;
    }
    if (text[at] == '*' || text[at] == '?' || text[at] == '\\')
      pattern += '\\';
    pattern += text.substr(at, length);
  }
  return pattern;
}

} // namespace stslint
