#include "process.hpp"

#include "cli.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <unistd.h>
#include <vector>

namespace stslint {

int run_process(int argc, char **argv, const Network *network) {
  // Whoever reads our output may stop, even if we were started by somebody who ignores that: then we end silently.
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  Console console{.in = std::cin,
                  .out = std::cout,
                  .err = std::cerr,
                  .terminal = ::isatty(STDOUT_FILENO) == 1,
                  .environment =
                      [](const char *name) {
                        const char *value = std::getenv(name);
                        return std::string(value == nullptr ? "" : value);
                      },
                  .network = network,
                  .err_terminal = ::isatty(STDERR_FILENO) == 1};
  return run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
}

} // namespace stslint
