#pragma once

#include "part.hpp"

namespace stslint::embedded {

/// Finds the objects of a JSON text that have a name which only payloads have, but none within another one.
void scan_objects(const Copy &json, const Use &use);

} // namespace stslint::embedded
