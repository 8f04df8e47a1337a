#pragma once

#include "network/http/address.hpp"

#include <string>
#include <vector>

namespace stslint {

struct Console;
struct ReceiverOptions;

/// The address to post to, from the flags and the environment; its name is not resolved. Throws Error, with one line
/// that says what to do, for an address that is not that of a receiver.
Address destination(const ReceiverOptions &options, const Console &console);

/// The oddities of such an address. Resolves its name, and throws Error if there is none.
std::vector<std::string> doubts_about(const Address &to);

} // namespace stslint
