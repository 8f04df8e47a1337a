#include "../contract/contract.hpp"

#include "stslint/lint.hpp"

namespace stslint {

/// Written by write_standard_tables.cpp.
extern const Tables standard_tables;

const Contract &standard_contract() {
  // Never destroyed: a program that ends need not take it apart.
  static const Contract &contract = *new Contract(standard_tables, all_slips());
  return contract;
}

} // namespace stslint
