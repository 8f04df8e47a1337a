#pragma once

#include "stslint/fix.hpp"

#include <string_view>

namespace stslint {

struct Console;
struct FileKind;
struct Input;

/// The fixes of all records of an input of a settled kind; the offsets of their edits are in its bytes.
Fixes fixes_of(Linter &linter, const FileKind &kind, std::string_view bytes, std::string_view form,
               const FixOptions &options);

/// Writes the effect of edits as a unified diff. It is exact for a program; for a terminal it can do no
/// harm to it, and shows no secrets.
void write_diff(Console &console, const Input &input, std::string_view bytes, const Edits &edits);

} // namespace stslint
