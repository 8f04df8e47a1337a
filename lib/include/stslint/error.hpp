#pragma once

#include <stdexcept>

namespace stslint {

/// Work cannot begin: a schema that is no schema, a text beyond all limits, a flag that makes no sense.
/// Its text is one line for the person who made the mistake. What is wrong with a payload is a Finding, never an Error.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

} // namespace stslint
