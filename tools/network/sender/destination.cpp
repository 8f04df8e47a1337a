#include "destination.hpp"

#include "command_line/arguments.hpp"
#include "network/http/resolve.hpp"
#include "send.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

constexpr std::string_view intake = "/stsAgent/intake", prefix = "/receiver";
constexpr std::array<std::string_view, 2> deployments = {"kubernetes", "linux"};

/// The address from the document's templates.
std::string built(const ReceiverOptions &options) {
  if (options.deployment.empty())
    throw Error("--base-url needs --deployment kubernetes or --deployment linux: their addresses differ");
  const bool linux_host = one_of("--deployment", options.deployment, deployments) == "linux";
  if (!linux_host && !options.port.empty())
    throw Error("--port is for --deployment linux; on Kubernetes, write the port into the base URL");
  std::string url = options.base_url;
  while (url.ends_with('/'))
    url.pop_back();
  if (url.find("://") == std::string::npos)
    url.insert(0, "https://");
  if (url.ends_with(prefix))
    url.resize(url.size() - prefix.size());
  const std::size_t host = url.find("://") + 3;
  if (url.find_first_of("/?#", host) != std::string::npos)
    throw Error("--base-url " + named(options.base_url) +
                " has a path; remove it, as in https://stackstate.example.com, or use --url for the full address");
  const bool ported = url.find(':', std::min(url.find(']', host), url.size())) != std::string::npos ||
                      (url[host] != '[' && url.find(':', host) != std::string::npos);
  if (linux_host && ported && !options.port.empty())
    throw Error("--base-url " + named(options.base_url) + " has a port; remove it, or remove --port");
  if (linux_host && !ported)
    url += ':' + (options.port.empty() ? "7077" : options.port);
  return url + std::string(linux_host ? "" : prefix) + std::string(intake);
}

std::string given(const ReceiverOptions &options, const Console &console) {
  const std::string known = console.environment(address_variable);
  if (!options.url.empty() && !options.base_url.empty())
    throw Error("--url and --base-url exclude each other; remove one of them");
  if (options.base_url.empty() && (!options.deployment.empty() || !options.port.empty()))
    throw Error("--deployment and --port need --base-url URL");
  if (!options.base_url.empty())
    return built(options);
  if (!options.url.empty())
    return options.url;
  if (known.empty())
    throw Error(
        "the address of the receiver is missing; add --url URL, or --base-url URL --deployment kubernetes|linux, or "
        "set STACKSTATE_RECEIVER_API_ADDRESS in the environment");
  return known;
}

void expect_path(const Address &address) {
  std::string path = address.path;
  while (path.ends_with('/'))
    path.pop_back();
  if (path.ends_with(intake)) // behind a proxy, with a prefix
    return;
  const std::string has = "the path " + in_quotes(address.path) + " ";
  if (path.find("/stsAgent") == std::string::npos)
    throw Error(has + "has no /stsAgent; write /stsAgent/intake, or on Kubernetes /receiver/stsAgent/intake");
  throw Error(has + "is not that of a receiver; write /stsAgent/intake, or on Kubernetes /receiver/stsAgent/intake");
}

} // namespace

Address destination(const ReceiverOptions &options, const Console &console) {
  Address to = address_of(given(options, console), console.environment(key_variable));
  expect_path(to);
  if (to.key.empty())
    throw Error(std::string("no API key: set ") + key_variable +
                " in the environment, or add ?api_key=… to the "
                "address");
  return to;
}

std::vector<std::string> doubts_about(const Address &to) {
  std::vector<std::string> doubts;
  const bool prefixed = to.path.starts_with(prefix);
  if (prefixed && to.port == "7077")
    doubts.emplace_back("/receiver is for Kubernetes and port 7077 is for Linux; remove one of them");
  if (pinned(to).loopback)
    return doubts;
  if (to.path == intake && (to.port == "443" || to.port == "80"))
    doubts.emplace_back("on Kubernetes the path is /receiver/stsAgent/intake; on Linux the port is usually 7077");
  if (to.scheme == "http")
    doubts.emplace_back("plain http lets others on the network read the API key; use https");
  return doubts;
}

} // namespace stslint
