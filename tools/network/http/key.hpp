#pragma once

namespace stslint {

/// The environment variable of the receiver's API key, with the name from the document.
inline constexpr const char *key_variable = "STACKSTATE_RECEIVER_API_KEY";
/// The one of its address, which may hold the key.
inline constexpr const char *address_variable = "STACKSTATE_RECEIVER_API_ADDRESS";

} // namespace stslint
