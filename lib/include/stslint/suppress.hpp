#pragma once

#include "stslint/lint.hpp"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Findings that somebody knows of and lives with. They decide what is shown, never what is found.
namespace stslint {

/// One entry: by hand it speaks of a rule, files and pointers; a machine adds which values, and how many.
struct Suppression {
  const Rule *rule;
  std::string files, pointer; ///< patterns, as stslint::matches takes them
  std::string fingerprint;    ///< of Identity; "" for any value
  std::size_t count = 0;      ///< how many findings it speaks of at most; 0 for any number
};

class Suppressions {
public:
  struct Entry : Suppression {
    std::size_t used = 0; ///< how many findings it has spoken of
  };

  void add(const Suppression &entry);
  /// Whether an entry speaks of a finding in `file`; if so, that entry is used once more.
  bool take(std::string_view file, const Rule &rule, const Identity &finding);
  /// All findings of `file` have been asked about.
  void linted(std::string_view file) { linted_.emplace(file); }

  const std::vector<Entry> &entries() const { return entries_; }
  /// Whether anything that an entry speaks of has been linted.
  bool judged(const Entry &entry) const;

private:
  bool take(Entry &entry, std::string_view file, const Rule &rule, const Identity &finding);

  std::vector<Entry> entries_;
  std::unordered_multimap<std::string, std::size_t> by_fingerprint_;
  std::unordered_multimap<const Rule *, std::size_t> by_rule_; ///< those without a fingerprint
  std::set<std::string, std::less<>> linted_;
};

/// A text as a pattern that matches nothing else.
std::string literal_pattern(std::string_view text);

} // namespace stslint
