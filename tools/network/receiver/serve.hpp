#pragma once

#include "check/check_options.hpp"

namespace stslint {

/// The options of `stslint serve`.
struct ServeOptions : CheckOptions {
  std::string listen = "127.0.0.1:7077", record, idle_timeout, ready_file;
  std::uint64_t max_requests = 0; ///< 0: no limit
  bool accept_all = false;
  std::vector<std::string> allow_hosts;
};

/// Receives and lints payloads until it is stopped; returns the exit code. Throws Error if it cannot start.
int serve(const ServeOptions &options, Console &console);

} // namespace stslint
