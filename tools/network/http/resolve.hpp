#pragma once

#include "address.hpp"

#include <string>

namespace stslint {

/// Where the name of a host leads, asked once and held to: a second answer cannot move it.
struct Pinned {
  std::string entry; ///< for CURLOPT_RESOLVE: host, port and all its addresses
  bool loopback;     ///< all of them are this machine's own
};

/// Throws Error for a host that nobody knows.
Pinned pinned(const Address &address);

} // namespace stslint
