#pragma once

#include "session.hpp"

#include <iosfwd>
#include <span>
#include <string>

namespace stslint::prober {

/// Sends payloads in their order, and before that the last one alone. Prints the answer to it, and says if
/// it is correct. True if it is. Throws Error if the time or the number of requests does not suffice.
bool replay(const Target &target, const ProbeOptions &options, std::span<const std::string> payloads,
            std::ostream &out);

} // namespace stslint::prober
