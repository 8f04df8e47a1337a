#include "cli.hpp"

#include <iostream>
#include <unistd.h>
#include <vector>

int main(int argc, char **argv) {
  std::ios::sync_with_stdio(false);
  stslint::Console console{std::cin, std::cout, std::cerr, ::isatty(STDOUT_FILENO) == 1};
  return stslint::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
}
