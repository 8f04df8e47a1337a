#pragma once

#include "check/check_options.hpp"

#include <string>
#include <vector>

namespace stslint {

/// Where a receiver is: its whole address, or what to build it from.
struct ReceiverOptions {
  std::string url, base_url, deployment, port;
  std::string timeout = "30s";
};

/// What `stslint send` was asked to do.
struct SendOptions : CheckOptions {
  ReceiverOptions receiver;
  std::vector<std::string> paths;
  std::string event; ///< a payload to send instead of files
  std::string compress = "none";
  bool force = false;
};

/// The flags that say where to and how: for all commands that post.
OptionTable receiver_options(SendOptions &options);

/// Lints payloads and posts those without errors; answers the exit code.
int send(const SendOptions &options, Console &console);

} // namespace stslint
