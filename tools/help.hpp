#pragma once

#include "cli11.hpp"

#include <memory>
#include <string>

namespace stslint {

/// How `--help` is laid out: what it is, how it is called, then options in their groups, in lines of at most 100
/// characters.
std::shared_ptr<CLI::FormatterBase> help_layout();

/// What `--version` prints: the version on a line of its own, then what went into the build.
std::string version();

} // namespace stslint
