#pragma once

#include "check/check_options.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stslint {

struct Console;

struct FuzzOptions {
  std::vector<std::string> urls;
  std::vector<std::string> payloads, replay, allow_hosts, headers, formats;
  std::string time = "20s", timeout = "5s", compress = "none", out = "stslint-findings", baseline;
  CheckOptions judging; ///< rules, configuration, schema and the unit of times: the expected answers follow from them
  std::uint64_t seed = 1, requests = 100'000;
  double rate = 0;
  bool catalogue = false, dry_run = false, write_baseline = false, quiet = false;
};

/// Sends payloads to receivers, and compares their answers with the linter's verdict.
int fuzz(const FuzzOptions &options, Console &console);

} // namespace stslint
