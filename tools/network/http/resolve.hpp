#pragma once

#include "address.hpp"

#include <string>

namespace stslint {

/// The addresses of a host, resolved only once, so that a second answer cannot change them.
struct Pinned {
  std::string entry; ///< for CURLOPT_RESOLVE: host, port and all its addresses
  bool loopback;     ///< all of them are this machine's own
};

/// Throws Error for an unknown host.
Pinned pinned(const Address &address);

} // namespace stslint
