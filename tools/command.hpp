#pragma once

#include "cli.hpp"
#include "cli11.hpp"

#include <functional>

namespace stslint {

/// A command declares its options on an app and answers what to do once they are parsed: the exit code.
using Action = std::function<int()>;

Action declare_check(CLI::App &app, Console &console);
/// `stslint check` with nothing but paths.
int check_paths(std::span<const std::string> paths, Console &console);
Action declare_completion(CLI::App &app, Console &console);
Action declare_event(CLI::App &app, Console &console);
Action declare_explain(CLI::App &app, Console &console);
Action declare_fuzz(CLI::App &app, Console &console);
Action declare_generate(CLI::App &app, Console &console);
Action declare_hook(CLI::App &app, Console &console);
Action declare_schema(CLI::App &app, Console &console);
Action declare_send(CLI::App &app, Console &console);
Action declare_serve(CLI::App &app, Console &console);

/// Declares the program with all its commands and their options on `app`, for whoever wants to see rather than to run
/// them.
void declare_all(CLI::App &app, Console &console);

} // namespace stslint
