#pragma once

#include "stslint/document.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stslint {

/// Somebody's own JSON Schema (draft-07), which texts are held to beside the contract. Judged by valijson, which knows
/// all of the draft, and PCRE2, which matches its patterns; a reference to another document is an error, nothing is
/// ever fetched. Immutable, safe to share.
class UserSchema {
public:
  /// Throws Error if `schema` is no JSON or no schema.
  explicit UserSchema(std::string_view schema);
  ~UserSchema();
  UserSchema(UserSchema &&) noexcept;
  UserSchema &operator=(UserSchema &&) noexcept;

  struct Violation {
    std::vector<std::string> path; ///< the keys and indices that lead to the value
    std::string message;           ///< valijson's sentence
  };
  /// The violations in a text, empty if it is valid; no value if it is not JSON. An object or array with a violation
  /// inside it has none of its own. The steps are counted, those of patterns
  /// included: after 10 million steps and 40 for each byte, it throws Error, which names the place in the schema.
  std::optional<std::vector<Violation>> judge(std::string_view text) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Follows paths through one Document. It reads the content of an object or array once, however many paths go through.
class Paths {
public:
  explicit Paths(Value root) : root_(root) {}
  /// The value that a path leads to; absent if it leads nowhere.
  Value follow(const std::vector<std::string> &path);

private:
  Value root_;
  std::unordered_map<std::uint32_t, std::unordered_map<std::string, Value>> contents_; ///< by the node of the container
};

} // namespace stslint
