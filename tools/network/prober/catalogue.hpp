#pragma once

#include "oracle.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stslint::prober {

/// One payload to send, and where it is counted.
struct Probe {
  std::string row;                     ///< of the matrix: the rule that it breaks, else its class
  std::string what;                    ///< what was done to it
  std::string payload;                 ///< bytes
  bool either = false;                 ///< a receiver may take it or not, whatever the linter says
  bool heavy = false;                  ///< long or deep: sent alone, and to no receiver but this machine's
  std::size_t index = SIZE_MAX;        ///< among those that all receivers get
  std::vector<std::uint8_t> decisions; ///< what it was made from, if it was made at random
};

/// Every class, every operation and every rule that a single payload can break: the same on every machine and in every
/// run.
std::vector<Probe> catalogue(Generator &generator);

/// The payload that these decisions lead to.
Probe probe_of(Generator &generator, std::vector<std::uint8_t> decisions);

} // namespace stslint::prober
