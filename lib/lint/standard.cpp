#include "../contract/contract.hpp"
#include "embedded_schemas.hpp"

#include "stslint/lint.hpp"

namespace stslint {

/// Written by write_standard_tables.cpp.
extern const Tables standard_tables;

// Never destroyed: a program that ends need not take them apart.
namespace {

const Contract &in_milliseconds() {
  static constexpr std::string_view variants[] = {"ms"};
  static const Contract &contract =
      *new Contract(Contract::compile(embedded_schemas(), all_rules(), all_slips(), embedded_schema_names(), variants));
  return contract;
}

} // namespace

const Contract &standard_contract(TimeFormat times) {
  static const Contract &contract = *new Contract(standard_tables, all_slips());
  return times == TimeFormat::ms ? in_milliseconds() : contract;
}

} // namespace stslint
