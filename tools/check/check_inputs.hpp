#pragma once

#include <cstddef>
#include <vector>

namespace stslint {

class Checker;
struct Console;
struct Input;

/// Lints inputs in their order, with up to `jobs` threads beside this one; what is reported does not depend on them.
/// Answers of each whether it was one that somebody asked to be linted. `shows_progress` on a terminal.
std::vector<bool> check_inputs(Checker &checker, std::vector<Input> &inputs, std::size_t jobs, Console &console,
                               bool shows_progress);

} // namespace stslint
