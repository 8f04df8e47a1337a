#pragma once

#include <httplib.h>

#include <optional>
#include <string>
#include <vector>

namespace stslint {

/// An answer that refuses a request by its head.
struct Refusal {
  int status;
  std::string why;
};

/// Refuses a request whose header Host is not this receiver's: a web page can let its own name lead to this machine,
/// and would then read the answers. `names` are names of this receiver beside localhost; an IP address cannot lead
/// elsewhere, so any is accepted, with any port.
std::optional<Refusal> refusal_of_host(const httplib::Request &request, const std::vector<std::string> &names);

} // namespace stslint
