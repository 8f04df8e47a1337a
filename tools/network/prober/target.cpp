#include "target.hpp"

#include "encode/url.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint::prober {

Target target_of(const std::string &url, const std::string &key, std::span<const std::string> allowed) {
  Target target{.address = address_of(url, key),
                .pinned = {},
                .headers = {},
                .secrets = {},
                .encoding = {},
                .judging = {},
                .time_format = {}};
  target.pinned = pinned(target.address);
  target.secrets.add(url_unescaped(target.address.key));
  const std::string &host = target.address.host;
  if (!target.pinned.loopback && std::ranges::find(allowed, host) == allowed.end())
    throw Error("the host " + in_quotes(host) +
                " is not this machine; to send thousands of broken payloads there, add " + "--allow-host " +
                printable(host));
  return target;
}

} // namespace stslint::prober
