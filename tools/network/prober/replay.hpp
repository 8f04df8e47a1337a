#pragma once

#include "session.hpp"

#include <iosfwd>
#include <span>
#include <string>

namespace stslint::prober {

/// Sends payloads in their order, the last one by itself before that too, and says what came back for it and whether
/// that is right. True if it is.
bool replay(const Target &target, const ProbeOptions &options, std::span<const std::string> payloads,
            std::ostream &out);

} // namespace stslint::prober
