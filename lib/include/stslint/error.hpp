#pragma once

#include <stdexcept>

namespace stslint {

/// Thrown if work cannot begin: the schema is not valid, the text is too long, options contradict each other. Its text
/// is one line for the person who made the mistake. A mistake in a payload is a Finding, never an Error.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

} // namespace stslint
