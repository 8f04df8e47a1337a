#pragma once

#include "network/http/address.hpp"

#include <string>
#include <vector>

namespace stslint {

struct Console;
struct ReceiverOptions;

/// Where to post, and what is odd about it.
struct Destination {
  Address address;
  std::vector<std::string> doubts;
};

/// The address as the flags and the environment give it. Throws Error, with one line that says what to do, for an
/// address that is none of a receiver.
Destination destination(const ReceiverOptions &options, const Console &console);

} // namespace stslint
