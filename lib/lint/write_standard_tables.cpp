// A program of the build: prints the tables of the standard contract.
#include "../contract/table_source.hpp"
#include "embedded_schemas.hpp"

#include <cstdio>

int main() {
  using namespace stslint;
  const Contract contract = Contract::compile(embedded_schemas(), all_rules(), all_slips());
  const std::string tables = table_source(contract.tables(), "standard_tables");
  return std::fwrite(tables.data(), 1, tables.size(), stdout) == tables.size() ? 0 : 1;
}
