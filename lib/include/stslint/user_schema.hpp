#pragma once

#include "stslint/document.hpp"

#include <memory>
#include <string>
#include <string_view>
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
    Value value;
    std::string message; ///< valijson's message
  };
  /// The violations in a document, in no certain order. A document with flaws is judged as it was read; a value that
  /// the flaws hide, or hide a part of, has none. A value that fails only because of a value inside is not listed, and
  /// a text or a number is listed once. The number of steps, with those of patterns, is limited to 10 million plus 40
  /// for each byte; then it throws Error, which names the place in the schema, as it does for a document that is nested
  /// too deep.
  std::vector<Violation> judge(const Document &document) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace stslint
