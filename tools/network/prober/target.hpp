#pragma once

#include "network/http/address.hpp"
#include "network/http/resolve.hpp"

#include "encode/redact.hpp"
#include "stslint/rule.hpp"

#include <span>
#include <string>
#include <vector>

namespace stslint::prober {

/// A receiver to test: its address, resolved once, and the headers for each request.
struct Target {
  Address address;
  Pinned pinned;
  std::vector<std::string> headers; ///< from the user; their values are secret like the key
  Redactor secrets;                 ///< the key, and those values: receivers often repeat their input
  std::string encoding;             ///< "", "gzip" or "deflate": of the bodies
  std::string judging;              ///< the flags by which its answers are judged, for commands
  TimeFormat time_format;           ///< of the payloads, which a header says

  std::string shown() const { return address.shown(); }
};

/// Throws Error, in one line that says what to do, for an invalid address, for a host that does not resolve, and for
/// a host that is not this machine and not in `allowed`.
Target target_of(const std::string &url, const std::string &key, std::span<const std::string> allowed);

} // namespace stslint::prober
