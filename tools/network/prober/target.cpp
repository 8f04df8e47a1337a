#include "target.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint::prober {
namespace {

void replace_all(std::string &text, std::string_view secret) {
  for (std::size_t at = 0; !secret.empty() && (at = text.find(secret, at)) != std::string::npos; at += 3)
    text.replace(at, secret.size(), "***");
}

} // namespace

Target target_of(const std::string &url, const std::string &key, std::span<const std::string> allowed) {
  Target target{.address = address_of(url, key), .pinned = {}, .headers = {}, .encoding = {}, .time_format = {}};
  target.pinned = pinned(target.address);
  const std::string &host = target.address.host;
  if (!target.pinned.loopback && std::ranges::find(allowed, host) == allowed.end())
    throw Error("the host " + in_quotes(host) +
                " is not this machine; to send thousands of broken payloads there, add " + "--allow-host " +
                printable(host));
  return target;
}

std::string without_secrets(std::string text, const Target &target) {
  replace_all(text, target.address.key);
  for (const std::string &header : target.headers)
    if (const std::size_t value = header.find_first_not_of(' ', header.find(':') + 1); value != std::string::npos)
      replace_all(text, std::string_view(header).substr(value));
  return text;
}

} // namespace stslint::prober
