#include "stslint/lint.hpp"

namespace stslint {

/// The files of schema/, embedded by the build; the envelope first.
std::span<const std::string_view> embedded_schemas();

const Contract &standard_contract() {
  // Never destroyed: a program that ends need not take it apart.
  static const Contract &contract = *new Contract(Contract::compile(embedded_schemas(), all_rules(), all_slips()));
  return contract;
}

} // namespace stslint
