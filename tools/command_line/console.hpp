#pragma once

#include <array>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace stslint {

struct Network;

/// What a run of the program says to whoever started it; of several the highest.
enum ExitCode { clean = 0, findings = 1, usage = 2, unreadable = 3, internal = 4 };

/// The words of `--help` and the README.
inline constexpr std::array<std::string_view, 5> exit_code_meanings = {
    "no finding at or above --fail-on", "a finding at or above --fail-on; malformed JSON is one",
    "usage or configuration error", "an input could not be read, or no input matched",
    "internal error, or an input that was not checked because of a limit"};

/// Where a program reads and writes, and all that it knows of where it runs.
struct Console {
  std::istream &in;
  std::ostream &out, &err;
  bool terminal = false; ///< `out` is one
  /// The value of a variable of the environment; "" if it is not set.
  std::string (*environment)(const char *name) = [](const char *) { return std::string(); };
  const Network *network = nullptr;       ///< what this program can do over the network; null: nothing
  std::span<const std::string> arguments; ///< of the run at hand
  bool err_terminal = false;              ///< `err` is a terminal
};

} // namespace stslint
