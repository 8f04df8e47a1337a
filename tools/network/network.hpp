#pragma once

#include "command_line/console.hpp"

namespace stslint {

struct FuzzOptions;
struct SendOptions;
struct ServeOptions;

/// What needs the network is done by stslint-http: it has these, one a command that stslint itself only declares.
struct Network {
  int (*fuzz)(const FuzzOptions &, Console &);
  int (*send)(const SendOptions &, Console &);
  int (*serve)(const ServeOptions &, Console &);
};

/// Becomes the program stslint-http with the arguments at hand: never returns. It is taken from beside the program that
/// runs, whatever the PATH and the name it was called by. Throws Error if it is not there.
[[noreturn]] void hand_over(Console &console);

} // namespace stslint
