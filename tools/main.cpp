#include "cli.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <unistd.h>
#include <vector>

int main(int argc, char **argv) {
  // Whoever reads our output may stop, even if we were started by somebody who ignores that: then we end silently.
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  stslint::Console console{std::cin,
                           std::cout,
                           std::cerr,
                           ::isatty(STDOUT_FILENO) == 1,
                           [](const char *name) {
                             const char *value = std::getenv(name);
                             return std::string(value == nullptr ? "" : value);
                           },
                           ::isatty(STDERR_FILENO) == 1};
  return stslint::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
}
