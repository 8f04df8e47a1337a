#pragma once

#include "inputs.hpp"

#include <vector>

namespace stslint {

/// Leaves one input for each file that was named more than once: by another spelling, in a folder too, or by a link. It
/// keeps the first name, but a link gives way to the file itself. `links` says of each input if it is a link.
void merge_same_files(Expansion &expansion, const std::vector<bool> &links);

} // namespace stslint
