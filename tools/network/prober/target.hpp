#pragma once

#include "network/http/address.hpp"
#include "network/http/resolve.hpp"

#include <span>
#include <string>
#include <vector>

namespace stslint::prober {

/// A receiver to probe: its address, resolved once, and what it is to be sent beside the payloads.
struct Target {
  Address address;
  Pinned pinned;
  std::vector<std::string> headers; ///< of the user: their values are as secret as the key
  std::string encoding;             ///< "", "gzip" or "deflate": of the bodies

  std::string shown() const { return address.shown(); }
};

/// Throws Error, in one line that says what to do, for what is no address, for a host that does not resolve, and for
/// one that is not this machine and not among `allowed`.
Target target_of(const std::string &url, const std::string &key, std::span<const std::string> allowed);

/// `text` with the key, and what the user's headers hold, replaced by `***`: receivers like to repeat what they got.
std::string without_secrets(std::string text, const Target &target);

} // namespace stslint::prober
