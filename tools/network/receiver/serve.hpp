#pragma once

#include "check/check_options.hpp"

namespace stslint {

/// What `stslint serve` was asked to do.
struct ServeOptions : CheckOptions {
  std::string listen = "127.0.0.1:7077", record, idle_timeout;
  std::uint64_t max_requests = 0; ///< 0: no limit
  bool accept_all = false;
};

/// Receives payloads and lints them until it is stopped; answers the exit code. Throws Error if it cannot begin.
int serve(const ServeOptions &options, Console &console);

} // namespace stslint
