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

/// A user's JSON Schema (draft-07), for checks in addition to the contract. valijson validates, and PCRE2 matches the
/// patterns. A reference to another document is an error: it is never fetched. Immutable, so threads can share it.
class UserSchema {
public:
  /// Throws Error if `schema` is not a JSON Schema.
  explicit UserSchema(std::string_view schema);
  ~UserSchema();
  UserSchema(UserSchema &&) noexcept;
  UserSchema &operator=(UserSchema &&) noexcept;

  struct Violation {
    std::vector<std::string> path; ///< the keys and indices that lead to the value
    std::string message;           ///< valijson's message
  };
  /// The violations in a text, empty if it is valid; no value if it is not JSON. Of an object or array with a violation
  /// inside, only the inner one is listed. The number of steps, with those of patterns, is limited to 10 million plus
  /// 40 for each byte; then it throws Error, which names the place in the schema.
  std::optional<std::vector<Violation>> judge(std::string_view text) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Follows paths through one Document. It reads each object or array once, however many paths lead through it.
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
