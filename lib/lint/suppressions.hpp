#pragma once

#include "stslint/lint.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Findings that are known and accepted. They decide what is shown, never what is found.
namespace stslint {

/// One entry. Written by hand, it is about a rule, files and pointers; written by a program, also about a value and a
/// number of findings.
struct Suppression {
  const Rule *rule;
  std::string files, pointer; ///< patterns, as stslint::matches takes them
  std::string fingerprint;    ///< of Identity; "" for any value
  std::size_t count = 0;      ///< the most findings that it covers; 0 for any number
};

class Suppressions {
public:
  struct Entry : Suppression {
    std::size_t used = 0; ///< the number of findings that it has covered
    /// Whether it is about a finding, as far as rule, file and pointer tell.
    bool speaks_of(std::string_view file, const Rule &of, const Identity &finding) const;
  };

  void add(const Suppression &entry);
  /// The number of the entry that speaks of a finding in `file`, if one does; it is used once more.
  std::optional<std::size_t> take(std::string_view file, const Rule &rule, const Identity &finding);
  /// Whether one would, if none had been used yet.
  bool knows(std::string_view file, const Rule &rule, const Identity &finding) const;
  /// All findings of `file` have been asked about.
  void linted(std::string_view file) { linted_.emplace(file); }

  const std::vector<Entry> &entries() const { return entries_; }
  /// Whether anything that an entry speaks of has been linted.
  bool judged(const Entry &entry) const;

private:
  template <typename Use> bool any(std::string_view file, const Rule &rule, const Identity &finding, Use use) const;

  std::vector<Entry> entries_;
  /// By fingerprint, then by file; without a file, the entries for several.
  std::unordered_map<std::string, std::multimap<std::optional<std::string>, std::size_t>> by_fingerprint_;
  std::unordered_multimap<const Rule *, std::size_t> by_rule_; ///< those without a fingerprint
  std::set<std::string, std::less<>> linted_;
};

/// A pattern that matches this text and nothing else, except that a byte that is not UTF-8 matches any byte.
std::string literal_pattern(std::string_view text);
/// The only text that a pattern matches; no value if it matches several.
std::optional<std::string> literal_text(std::string_view pattern);

} // namespace stslint
