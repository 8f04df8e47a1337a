#pragma once

#include <cstddef>
#include <vector>

namespace stslint {

class Checker;
struct Console;
struct Input;

/// Lints inputs in their order, with up to `jobs` threads beside this one; the report does not depend on them.
/// Returns for each input if it was one to lint. `shows_progress` is for a terminal.
std::vector<bool> check_inputs(Checker &checker, std::vector<Input> &inputs, std::size_t jobs, Console &console,
                               bool shows_progress);

} // namespace stslint
