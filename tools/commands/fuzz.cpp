#include "commands.hpp"

#include "command_line/option.hpp"
#include "network/network.hpp"
#include "network/prober/fuzz.hpp"

#include <memory>

namespace stslint {
namespace {

constexpr const char *fuzz_codes = R"(Exit codes (the highest wins):
  0  no finding, or only findings of --baseline
  1  a finding
  2  usage error, such as a host that is not this machine without --allow-host
  3  a receiver could not be tested, or answered most requests with "retry later"
  4  internal error
)";

} // namespace

void declare_fuzz(Command &command) {
  const auto options = std::make_shared<FuzzOptions>();
  command.add({
      {"receiver", "URL", &options->urls,
       "the address of a receiver, such as http://127.0.0.1:7077/stsAgent/intake; the API key comes from the address, "
       "or else from STACKSTATE_RECEIVER_API_KEY",
       "", Option::required},
      {"--payloads", "PATH", &options->payloads, "files and folders of your own payloads, which are sent first",
       "Payloads"},
      {"--catalogue", "", &options->catalogue,
       "send no random payloads, only your own and the catalogue of every class, operator and rule", "Payloads"},
      {"--seed", "N", &options->seed, "the same seed makes the same random payloads", "Payloads"},
      {"--replay", "PATH", &options->replay,
       "send only this file and judge the answer; several files are sent in their order; of the folder of an earlier "
       "run, send each finding, and say FIXED or FAILED",
       "Payloads"},
      {"--dry-run", "", &options->dry_run, "send no request; print the receivers and the planned payloads", "Payloads"},
      {"--requests", "N", &options->requests,
       "the maximum number of requests to each receiver, including those that shrink and confirm findings", "Sending"},
      {"--time", "DURATION", &options->time,
       "the time for each receiver: a number of seconds, or a duration such as 90s or 30m; random payloads fill what "
       "the others leave",
       "Sending"},
      {"--timeout", "DURATION", &options->timeout, "the maximum time for an answer; a longer wait counts as a hang",
       "Sending"},
      {"--rate", "N", &options->rate,
       "the maximum number of requests a second (default: no limit; 50 for hosts other than this machine)", "Sending"},
      {"--header", "'NAME: VALUE'", &options->headers, "a header for each request; stslint never prints its value",
       "Sending"},
      {"--time-format", "s|ms", &options->judging.time_format,
       "the unit of the times in payloads; ms sends the header sts-time-format: ms along (default: s)", "Sending"},
      {"--compress", "none|gzip|deflate", &options->compress, "the compression of each payload", "Sending"},
      {"--allow-host", "HOST", &options->allow_hosts,
       "allow requests to this host, which is not this machine; write it as in its address", "Sending"},
      {"--format", "NAME[=FILE]", &options->formats,
       "the report format: text, json, junit or html; on standard output or in a file", "Output"},
      {"--out", "DIR", &options->out, "the folder for the payloads of the findings", "Output"},
      {"--baseline", "FILE", &options->baseline, "the file of known findings, which do not count as failures",
       "Output"},
      {"--write-baseline", "", &options->write_baseline, "write the findings to the file of --baseline", "Output"},
      {"--quiet", "", &options->quiet, "print no progress, and no table on the terminal", "Output"},
  });
  command.add(only(check_options(options->judging),
                   {"--schema", "--stackstate", "--select", "--ignore", "--severity", "--config", "--no-config"}));
  command.exit_codes = fuzz_codes;
  command.run = [options](Console &console) {
    if (console.network == nullptr)
      run_http_program(console);
    return console.network->fuzz(*options, console);
  };
}

} // namespace stslint
