#pragma once

#include "option.hpp"

namespace stslint {

/// The `--help` text of a command: its purpose, its usage, then its options in groups, in lines of at most
/// 100 characters.
std::string help(const CommandPath &path);

/// The `--version` text: the version on its own line, then the build details.
std::string version();

} // namespace stslint
