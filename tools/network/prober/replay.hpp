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

bool listens(const Target &target, const ProbeOptions &options);

/// Does the same with each finding in the folder of an earlier run, and says FIXED or FAILED for each. True if none
/// failed.
bool replay_folder(const Target &target, const ProbeOptions &options, const std::string &folder, std::ostream &out);

} // namespace stslint::prober
