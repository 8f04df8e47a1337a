#pragma once

#include "oracle.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stslint::prober {

/// One payload to send, and its row in the matrix.
struct Probe {
  std::string row;                     ///< its row in the matrix: the rule that it breaks, otherwise its class
  std::string what;                    ///< the operator that made it
  std::string payload;                 ///< bytes
  bool either = false;                 ///< a receiver may accept or refuse it, whatever the linter says
  bool heavy = false;                  ///< long or deep: sent alone, and only to receivers on this machine
  std::size_t index = SIZE_MAX;        ///< its index among the payloads that all receivers get
  std::vector<std::uint8_t> decisions; ///< the decisions of a random payload
};

/// Every class, every operator and every rule that a single payload can break: the same on every machine and in every
/// run. The oracle tells apart the places and kinds of what each payload breaks.
std::vector<Probe> catalogue(Generator &generator, Oracle &oracle);

/// The payload of these decisions.
Probe probe_of(Generator &generator, std::vector<std::uint8_t> decisions);

} // namespace stslint::prober
