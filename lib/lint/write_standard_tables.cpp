// A program of the build: prints the tables of the standard contract.
#include "../contract/table_source.hpp"
#include "embedded_schemas.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <cstdio>

int main() try {
  using namespace stslint;
  const Contract contract =
      Contract::compile(embedded_schemas(), rules_of(Version::v5_1), all_slips(), embedded_schema_names());
  const std::string tables = table_source(contract.tables(), "standard_tables");
  return std::fwrite(tables.data(), 1, tables.size(), stdout) == tables.size() ? 0 : 1;
} catch (const stslint::Error &error) {
  std::fprintf(stderr, "%s\n", stslint::printable(error.what()).c_str());
  return 1;
}
