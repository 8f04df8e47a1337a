#pragma once

#include <array>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace stslint {

class Redactor;
struct Network;

/// The exit code of a run; the highest of several.
enum ExitCode { clean = 0, findings = 1, usage = 2, unreadable = 3, internal = 4 };

/// The meanings in `--help` and the README.
inline constexpr std::array<std::string_view, 5> exit_code_meanings = {
    "no finding at or above --fail-on", "a finding at or above --fail-on; malformed JSON counts as a finding",
    "usage or configuration error", "an input could not be read, or a folder contains no payload",
    "internal error, or an input that was not checked because of a limit"};

/// The streams of a program, and its environment.
struct Console {
  std::istream &in;
  std::ostream &out, &err;
  bool terminal = false; ///< `out` is a terminal
  /// The value of an environment variable; "" if it is not set.
  std::string (*environment)(const char *name) = [](const char *) { return std::string(); };
  const Network *network = nullptr;       ///< the network commands of this program; null for none
  std::span<const std::string> arguments; ///< of the current run
  bool err_terminal = false;              ///< `err` is a terminal
  Redactor *secrets = nullptr;            ///< of this run, which `out` and `err` do not show; null for none

  /// The same, with reports on another stream.
  Console with_out(std::ostream &other, bool is_terminal) const {
    return {in, other, err, is_terminal, environment, network, arguments, err_terminal, secrets};
  }
};

} // namespace stslint
