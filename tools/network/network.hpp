#pragma once

#include "command_line/console.hpp"

namespace stslint {

struct FuzzOptions;
struct SendOptions;
struct ServeOptions;

/// The network commands, which stslint-http runs; stslint itself only declares them.
struct Network {
  int (*fuzz)(const FuzzOptions &, Console &);
  int (*send)(const SendOptions &, Console &);
  int (*serve)(const ServeOptions &, Console &);
};

/// Runs stslint-http with the current arguments, and never returns. It must be in the folder of the running program,
/// whatever the PATH and the name of the call are. Throws Error if it is missing.
[[noreturn]] void run_http_program(Console &console);

} // namespace stslint
