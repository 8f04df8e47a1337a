#pragma once

#include "check/check_options.hpp"

#include <string>
#include <vector>

namespace stslint {

/// The address of a receiver, or the parts to build it from.
struct ReceiverOptions {
  std::string url, base_url, deployment, port;
  std::string timeout = "30s", max_wait = "60s", ca;
  std::vector<std::string> headers;
};

/// The options of `stslint send`.
struct SendOptions : CheckOptions {
  ReceiverOptions receiver;
  std::vector<std::string> paths;
  std::string event; ///< a payload to send instead of files
  std::string compress = "none";
  bool force = false;
};

/// The flags about the receiver, for all commands that post.
OptionTable receiver_options(SendOptions &options);

/// Lints payloads, and posts those without errors; returns the exit code.
int send(const SendOptions &options, Console &console);

} // namespace stslint
