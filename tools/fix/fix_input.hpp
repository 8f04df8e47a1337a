#pragma once

#include "stslint/fix.hpp"

#include <string_view>

namespace stslint {

struct Console;
struct Input;

/// The fixes of all records of an input; their edits count in its bytes.
Fixes fixes_of(Linter &linter, const Input &input, std::string_view bytes, std::string_view form,
               const FixOptions &options);

/// Writes what edits would change as a unified diff. What goes to a program is exact; what goes to a terminal can do no
/// harm to it, and shows no secrets.
void write_diff(Console &console, const Input &input, std::string_view bytes, const Edits &edits);

} // namespace stslint
