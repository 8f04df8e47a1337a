#pragma once

#include "contract.hpp"

#include <string>

namespace stslint {

/// The C++ source of `const Tables NAME`, in which each rule is named after its id. It contains every field of the
/// tables, so tables with the same source are the same.
std::string table_source(const Tables &tables, const std::string &name);

} // namespace stslint
