#include "own_host.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <arpa/inet.h>

namespace stslint {
namespace {

/// Without the port, and the brackets of an IPv6 address.
std::string host_of(std::string host) {
  const std::size_t colon = host.rfind(':');
  if (colon != std::string::npos && host.find_first_not_of("0123456789", colon + 1) == std::string::npos &&
      (host.find(':') == colon || host[colon - 1] == ']'))
    host.erase(colon);
  if (host.starts_with('[') && host.ends_with(']'))
    return host.substr(1, host.size() - 2);
  return host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
}

bool is_address(const std::string &host) {
  in6_addr address;
  return ::inet_pton(AF_INET, host.c_str(), &address) == 1 || ::inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

} // namespace

std::optional<Refusal> refusal_of_host(const httplib::Request &request, const std::vector<std::string> &names) {
  const std::size_t hosts = request.get_header_value_count("Host");
  if (hosts == 0 && request.version == "HTTP/1.0")
    return std::nullopt;
  if (hosts != 1)
    return Refusal{400, hosts == 0 ? "the request has no Host header" : "the request has several Host headers"};
  const std::string given = request.get_header_value("Host"), host = host_of(given);
  const auto is_same = [&](const std::string &name) { return ::strcasecmp(name.c_str(), host.c_str()) == 0; };
  if (is_address(host) || is_same("localhost") || std::ranges::any_of(names, is_same))
    return std::nullopt;
  return Refusal{421, "the Host " + in_quotes(given) +
                          " is not this receiver; use its IP address or localhost, or start " +
                          "it with --allow-host and the name"};
}

} // namespace stslint
