#include "commands.hpp"

#include "command_line/option.hpp"
#include "network/network.hpp"
#include "network/prober/fuzz.hpp"

#include <memory>

namespace stslint {

void declare_fuzz(Command &command) {
  const auto options = std::make_shared<FuzzOptions>();
  command.add({
      {"receiver", "URL", &options->urls,
       "the address of a receiver, such as http://127.0.0.1:7077/stsAgent/intake; the key is taken from it, or else "
       "from STACKSTATE_RECEIVER_API_KEY",
       "", Option::required},
      {"--payloads", "PATH", &options->payloads, "files and folders of your own payloads, to be sent first",
       "Payloads"},
      {"--catalogue", "", &options->catalogue,
       "send no random payloads: only your own, and the catalogue of every class, operation and rule", "Payloads"},
      {"--seed", "N", &options->seed, "the same seed makes the same random payloads", "Payloads"},
      {"--replay", "FILE", &options->replay,
       "send only this file and say what is wrong with the answer; several are sent in their order", "Payloads"},
      {"--dry-run", "", &options->dry_run, "send nothing; say where and what would be sent", "Payloads"},
      {"--requests", "N", &options->requests,
       "the most requests to each receiver, those for shrinking and confirming included", "Sending"},
      {"--time", "DURATION", &options->time, "the most time for each receiver: seconds, or 90s, 30m", "Sending"},
      {"--timeout", "DURATION", &options->timeout, "an answer that takes longer is a hang", "Sending"},
      {"--rate", "N", &options->rate,
       "the most requests a second (default: no limit; 50 for hosts other than this machine)", "Sending"},
      {"--header", "'NAME: VALUE'", &options->headers,
       "a header to send with each payload; its value is not shown anywhere", "Sending"},
      {"--compress", "none|gzip|deflate", &options->compress, "how to pack the payloads on their way", "Sending"},
      {"--allow-host", "HOST", &options->allow_hosts,
       "a host that may be sent to, although it is not this machine: as it stands in its address", "Sending"},
      {"--format", "NAME[=FILE]", &options->formats, "text, json, junit or html, on standard output or in a file",
       "Output"},
      {"--out", "DIR", &options->out, "the folder for the payloads of what is found", "Output"},
      {"--baseline", "FILE", &options->baseline, "a file of findings that are known and fail nothing", "Output"},
      {"--write-baseline", "", &options->write_baseline, "write what is found to the file that --baseline names",
       "Output"},
      {"--quiet", "", &options->quiet, "no progress, and no matrix on the terminal", "Output"},
  });
  command.run = [options](Console &console) {
    if (console.network == nullptr)
      hand_over(console);
    return console.network->fuzz(*options, console);
  };
}

} // namespace stslint
