#pragma once

#include "../contract/place.hpp"

#include "stslint/lint.hpp"

/// Internal: findings, as the linter and the program see them.
namespace stslint {

/// Valid until the next lint() or noted().
const Place &place_of(const Linter &linter, const Finding &finding);

/// A finding of another validator about a value of the linter's document. The linter can describe it, but does not list
/// it.
Finding noted(Linter &linter, const Rule &rule, const Value &value, std::string_view note);

/// Whether a receiver does not read the place of a finding: a member whose name it does not know. To be called for each
/// finding of a text, in order. Broken JSON concerns all of the text, and a receiver always meets it.
class Unread {
public:
  explicit Unread(const Linter &linter) : linter_(linter) {}
  bool operator()(const Finding &finding);

private:
  const Linter &linter_;
  std::size_t until_ = 0; ///< the end of the member
};

} // namespace stslint
