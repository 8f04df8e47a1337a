#pragma once

#include "network/http/address.hpp"

#include <string>
#include <vector>

namespace stslint {

struct Console;
struct ReceiverOptions;

/// The address to post to, and its oddities.
struct Destination {
  Address address;
  std::vector<std::string> doubts;
};

/// The address from the flags and the environment. Throws Error, with one line that says what to do, for an
/// address that is not that of a receiver.
Destination destination(const ReceiverOptions &options, const Console &console);

} // namespace stslint
