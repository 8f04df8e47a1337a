#include "resolve.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <arpa/inet.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>

namespace stslint {
namespace {

bool is_loopback(const sockaddr *address) {
  if (address->sa_family == AF_INET)
    return (ntohl(reinterpret_cast<const sockaddr_in *>(address)->sin_addr.s_addr) >> 24) == 127;
  const in6_addr &ip = reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr;
  return IN6_IS_ADDR_LOOPBACK(&ip) || (IN6_IS_ADDR_V4MAPPED(&ip) && ip.s6_addr[12] == 127);
}

std::string text_of(const addrinfo &address) {
  char text[NI_MAXHOST] = "";
  ::getnameinfo(address.ai_addr, address.ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
  return address.ai_family == AF_INET6 ? '[' + std::string(text) + ']' : text;
}

} // namespace

Pinned pinned(const Address &address) {
  addrinfo hints{}, *all = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (const int code = ::getaddrinfo(address.host.c_str(), nullptr, &hints, &all); code != 0)
    throw Error("cannot find the host " + in_quotes(address.host) + ": " + ::gai_strerror(code));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owned(all, &::freeaddrinfo);
  Pinned pin{(address.host.find(':') == std::string::npos ? address.host : '[' + address.host + ']') + ':' +
                 address.port + ':',
             true};
  for (const addrinfo *each = all; each != nullptr; each = each->ai_next) {
    pin.entry += (each == all ? "" : ",") + text_of(*each);
    pin.loopback = pin.loopback && is_loopback(each->ai_addr);
  }
  return pin;
}

} // namespace stslint
