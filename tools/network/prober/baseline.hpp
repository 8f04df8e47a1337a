#pragma once

#include "discovery.hpp"

#include <set>
#include <string>

namespace stslint::prober {

/// The keys of the findings in a file of `write_baseline`; throws Error if it is not such a file.
std::set<std::string> read_baseline(const std::string &file);
void write_baseline(const std::string &file, const std::vector<Survey> &surveys);

} // namespace stslint::prober
