// The patterns of users' schemas. std::regex recurses once a byte and backtracks without end; PCRE2 keeps its place on
// the heap, and tells of each step.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stslint::user_schema {

/// A compiled pattern in the syntax of ECMA-262. Immutable, safe to share.
class Pattern {
public:
  /// Throws Error, which says only what is wrong with it.
  Pattern(const std::string &text, std::string place);
  /// Whether it matches somewhere in a text of UTF-8, or all of it. The groups are those of the match. Spends Budget;
  /// throws Error where none are left.
  bool search(std::string_view text) const { return run(text, 0, nullptr); }
  bool match(std::string_view text, std::vector<std::string> *groups = nullptr) const;

private:
  struct Code;
  bool run(std::string_view text, unsigned options, std::vector<std::string> *groups) const;

  std::shared_ptr<const Code> code_;
  std::string place_;
};

using Patterns = std::map<std::string, Pattern, std::less<>>;

} // namespace stslint::user_schema
