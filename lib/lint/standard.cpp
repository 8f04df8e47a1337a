#include "../contract/contract.hpp"
#include "embedded_schemas.hpp"

#include "stslint/lint.hpp"

namespace stslint {

/// Written by write_standard_tables.cpp.
extern const Tables standard_tables;

// Never destroyed: a program that ends need not take them apart.
namespace {

template <TimeFormat times, Version version> const Contract &variant() {
  const auto compile = [] {
    const std::string_view variants[] = {name(times), name(version)};
    return Contract::compile(embedded_schemas(), rules_of(version), all_slips(), embedded_schema_names(), variants);
  };
  static const Contract &contract = *new Contract(compile());
  return contract;
}

template <Version version> const Contract &variant(TimeFormat times) {
  return times == TimeFormat::ms ? variant<TimeFormat::ms, version>() : variant<TimeFormat::s, version>();
}

} // namespace

const Contract &standard_contract(TimeFormat times, Version version) {
  if (version == Version::v5_2)
    return variant<Version::v5_2>(times);
  if (version == Version::suse)
    return variant<Version::suse>(times);
  if (times == TimeFormat::ms)
    return variant<TimeFormat::ms, Version::v5_1>();
  static const Contract &contract = *new Contract(standard_tables, all_slips());
  return contract;
}

} // namespace stslint
