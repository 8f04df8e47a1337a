#pragma once

#include "part.hpp"

namespace stslint::embedded {

/// Finds the here-documents that begin as JSON does. `expanded` is how a language writes those that have escapes: a
/// shell as expanded_lines, Ruby and PHP as escaped_lines.
void scan_here_documents(std::string_view text, Quoting expanded, const Use &use);

} // namespace stslint::embedded
