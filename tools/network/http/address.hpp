#pragma once

#include <string>

namespace stslint {

/// The variable of the environment that holds the receiver's API key, by the name that the document gives it.
inline constexpr const char *key_variable = "STACKSTATE_RECEIVER_API_KEY";

/// The address of a receiver, taken apart.
struct Address {
  std::string scheme, host; ///< an IPv6 host without its brackets
  std::string port;         ///< the scheme's if none is given
  std::string path, query;  ///< `query` without the key
  std::string key;          ///< a secret: neither printed nor written anywhere

  /// With the key: for nobody but the receiver.
  std::string url() const;
  /// For people and reports: `$STACKSTATE_RECEIVER_API_KEY` in place of the key.
  std::string shown() const;
};

/// Takes a URL apart. The key is the URL's, or else `key`. Throws Error, with one line that says what to do, for what
/// is no address of a receiver: a placeholder left in, a doubled scheme, a user with a password.
Address address_of(const std::string &url, const std::string &key);

} // namespace stslint
