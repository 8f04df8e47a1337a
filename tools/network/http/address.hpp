#pragma once

#include "key.hpp"

#include <string>

namespace stslint {

/// The parts of a receiver's address.
struct Address {
  std::string scheme, host; ///< an IPv6 host without its brackets
  std::string port;         ///< the default port of the scheme if none is given
  std::string path, query;  ///< `query` without the key
  std::string key;          ///< a secret: never printed or written

  /// With the key: only for the receiver.
  std::string url() const;
  /// For people and reports: `$STACKSTATE_RECEIVER_API_KEY` in place of the key.
  std::string shown() const;
};

/// Parses a URL. The key comes from the URL, or else from `key`. Throws Error, with one line that says what to do, if
/// it is not the address of a receiver: for a placeholder, a doubled scheme, a user with a password.
Address address_of(const std::string &url, const std::string &key);

/// `url` for a message, in quotes: without what may be a secret, its user and its query.
std::string named(const std::string &url);

} // namespace stslint
