#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stslint {

struct Console;

struct FuzzOptions {
  std::vector<std::string> urls;
  std::vector<std::string> payloads, replay, allow_hosts, headers, formats;
  std::string time = "60s", timeout = "5s", compress = "none", time_format = "s", out = "stslint-findings", baseline;
  std::uint64_t seed = 1, requests = 2000;
  double rate = 0;
  bool catalogue = false, dry_run = false, write_baseline = false, quiet = false;
};

/// Sends payloads to receivers, and compares their answers with the linter's verdict.
int fuzz(const FuzzOptions &options, Console &console);

} // namespace stslint
