#pragma once

#include <span>
#include <string>

namespace stslint {

struct Console;

/// The program `stslint` as a function: its arguments without its name, its exit code.
int run(std::span<const std::string> arguments, Console &console);

} // namespace stslint
