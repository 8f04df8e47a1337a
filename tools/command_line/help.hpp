#pragma once

#include "option.hpp"

namespace stslint {

/// What `--help` prints of a command: what it is, how it is called, then options in their groups, in lines of at most
/// 100 characters.
std::string help(const CommandPath &path);

/// What `--version` prints: the version on a line of its own, then what went into the build.
std::string version();

} // namespace stslint
