#pragma once

#include "stslint/choices.hpp"

#include <string>
#include <string_view>

namespace stslint {

/// `text` with one change of its structure: a value replaced, removed, repeated or moved, a key respelt or swapped.
/// JSON mostly stays JSON, so that what is fuzzed is the walk and the rules and not the parser alone. Text without a
/// value in it comes back with a byte changed.
std::string mutated(std::string_view text, Choices &choices);

} // namespace stslint
