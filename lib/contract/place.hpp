#pragma once

#include "shape.hpp"
#include "siblings.hpp"

#include "stslint/decisions.hpp"
#include "stslint/rule.hpp"

#include <algorithm>
#include <string_view>

namespace stslint {

/// What a rule looks at, and a finding is about: a value, a key, a member that is not there, or a flaw of the text.
struct Place {
  Value value;             ///< the value or key; absent for a member that is not there
  Value parent;            ///< the object or array that holds it; absent at the root
  std::string_view member; ///< the name the contract gives it, if it is a member that the contract names
  const Property *property = nullptr;
  /// What is expected here; for an unknown key, the shape of its object; of a flaw, only set when words are made.
  const Shape *shape = nullptr;
  /// For a key that its object does not know: the shape of the object that its member belongs in, within or around this
  /// one. `shape` itself if the contents of the member belong in this object.
  const Shape *home = nullptr;
  const Settings *settings = nullptr;
  const Flaw *flaw = nullptr;
  const Document *document = nullptr;
  // Only set while Rule::broken is called.
  Siblings *siblings = nullptr;
  const Place *within = nullptr; ///< the place of `parent`, and so on to the root
  /// What it is called in a sentence: `tags`, `item 2 of tags`, `event 0 of "app.cpu"`, `the payload`; of a member that
  /// is not there, what its object is called. Only set when words are made.
  std::string_view subject = {};
  std::string_view note = {}; ///< foreign-violation: what the other validator says
  /// Tells lines and columns of other places. Only set when words are made.
  Locator *locator = nullptr;
};

/// Calls `use` for each word of a text of words with spaces between.
template <typename Use> void for_each_word(std::string_view words, Use use) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    use(words.substr(at, end - at));
    at = end + 1;
  }
}

/// Whether `name` is one of these words: the definitions or members that a rule names.
bool among(std::string_view name, std::string_view words);

/// A wrong name that people write for the right member of a definition, beyond what its spelling tells.
struct Slip {
  std::string_view definition, wrong, right;
};
std::span<const Slip> all_slips();

/// The definitions that `auto` chooses from: forms() of the interface.
std::span<const std::string_view> all_forms();

} // namespace stslint
