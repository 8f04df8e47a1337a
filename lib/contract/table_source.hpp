#pragma once

#include "contract.hpp"

#include <string>

namespace stslint {

/// The C++ source of `const Tables NAME`, in which a rule is what its id is called there. It tells every field of the
/// tables, so those with the same source are the same.
std::string table_source(const Tables &tables, const std::string &name);

} // namespace stslint
