#pragma once

#include "part.hpp"

namespace stslint::embedded {

/// Finds the mappings that are payloads but no JSON, and makes JSON of them. What is not YAML, such as a template, has
/// none.
void scan_yaml_mappings(std::string_view text, const Use &use);

} // namespace stslint::embedded
