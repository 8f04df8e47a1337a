#pragma once

#include "part.hpp"

#include <span>

namespace stslint::embedded {

/// Finds the objects of a JSON text that have a name which only payloads have, but none within another one. `origins`
/// says where each byte of the text comes from; the text itself, if empty.
void scan_objects(std::string_view json, std::span<const std::uint32_t> origins, const Use &use);

} // namespace stslint::embedded
