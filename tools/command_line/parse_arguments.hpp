#pragma once

#include "option.hpp"

#include <span>

namespace stslint {

/// What arguments ask for.
struct Parsed {
  CommandPath path; ///< the command that was named last
  std::optional<Instead> instead = {};
};

/// Sets the targets of the options that are given. Throws Error for arguments that are unknown, missing or wrong.
Parsed parse_arguments(const Command &program, std::span<const std::string> arguments);

/// The version of the library that does it.
extern const std::string_view cli11_version;

} // namespace stslint
