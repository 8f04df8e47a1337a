#pragma once

#include <string>

namespace stslint {

/// The source of the tables that lib/mutator/tables.hpp declares: what may stand where, good values of it, and values
/// that break a rule.
std::string mutator_tables();

} // namespace stslint
