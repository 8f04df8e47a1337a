#include "suppressions.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {

void Suppressions::add(const Suppression &entry) {
  if (entry.fingerprint.empty())
    by_rule_.emplace(entry.rule, entries_.size());
  else
    by_fingerprint_[entry.fingerprint].emplace(literal_text(entry.files), entries_.size());
  entries_.push_back({entry});
}

bool Suppressions::Entry::speaks_of(std::string_view file, const Rule &of, const Identity &finding) const {
  return rule == &of && matches(files, file) && matches(pointer, finding.pointer);
}

/// The same mistake can be in any number of files: so entries for one file are found by its name.
template <typename Use>
bool Suppressions::any(std::string_view file, const Rule &rule, const Identity &finding, Use use) const {
  const auto uses = [&](const auto &range) {
    return std::any_of(range.first, range.second, [&](const auto &known) { return use(known.second); });
  };
  const auto same = by_fingerprint_.find(finding.fingerprint);
  return (same != by_fingerprint_.end() &&
          (uses(same->second.equal_range(std::string(file))) || uses(same->second.equal_range(std::nullopt)))) ||
         uses(by_rule_.equal_range(&rule));
}

bool Suppressions::knows(std::string_view file, const Rule &rule, const Identity &finding) const {
  return any(file, rule, finding, [&](std::size_t at) { return entries_[at].speaks_of(file, rule, finding); });
}

std::optional<std::size_t> Suppressions::take(std::string_view file, const Rule &rule, const Identity &finding) {
  std::optional<std::size_t> taken;
  any(file, rule, finding, [&](std::size_t at) {
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
  if (const auto name = literal_text(entry.files))
    return linted_.contains(*name);
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

std::optional<std::string> literal_text(std::string_view pattern) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '*' || pattern[at] == '?')
      return std::nullopt;
    at += pattern[at] == '\\' && at + 1 < pattern.size() ? 1 : 0;
    text += pattern[at];
  }
  return text;
}

} // namespace stslint
