// A program of the build: prints the mutator's tables.
#include "mutator_tables.hpp"

#include <cstdio>

int main() {
  const std::string tables = stslint::mutator_tables();
  return std::fwrite(tables.data(), 1, tables.size(), stdout) == tables.size() ? 0 : 1;
}
