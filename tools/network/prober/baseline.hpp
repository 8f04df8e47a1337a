#pragma once

#include "discovery.hpp"

#include <set>
#include <string>

namespace stslint::prober {

/// The keys of the findings that a file of `write_baseline` holds; throws Error if it holds none.
std::set<std::string> read_baseline(const std::string &file);
void write_baseline(const std::string &file, const std::vector<Survey> &surveys);

} // namespace stslint::prober
