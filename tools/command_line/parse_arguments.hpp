#pragma once

#include "option.hpp"

#include <span>

namespace stslint {

/// The parsed arguments.
struct Parsed {
  CommandPath path; ///< the path to the command that was named last
  std::optional<Instead> instead = {};
};

/// Sets the targets of the given options. Throws Error for unknown, missing or wrong arguments.
Parsed parse_arguments(const Command &program, std::span<const std::string> arguments);

/// The version of CLI11.
extern const std::string_view cli11_version;

} // namespace stslint
