#pragma once

#include "../contract/place.hpp"

#include "stslint/lint.hpp"

/// What the engine and the program know of findings beyond what users see.
namespace stslint {

/// Valid until the next lint() or noted().
const Place &place_of(const Linter &linter, const Finding &finding);

/// What somebody else says of a value of the linter's document: the linter can describe it, and lists it nowhere.
Finding noted(Linter &linter, const Rule &rule, const Value &value, std::string_view note);

/// Tells, asked about each finding of a text in order of place, which a receiver never meets: those in a member whose
/// name it does not know. Broken JSON it meets everywhere.
class Unread {
public:
  explicit Unread(const Linter &linter) : linter_(linter) {}
  bool operator()(const Finding &finding);

private:
  const Linter &linter_;
  std::size_t until_ = 0; ///< the end of the member
};

} // namespace stslint
