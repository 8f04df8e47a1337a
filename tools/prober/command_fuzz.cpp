#include "../command.hpp"

#include "../http/network.hpp"
#include "fuzz.hpp"

namespace stslint {

Action declare_fuzz(CLI::App &app, Console &console) {
  const auto options = std::make_shared<FuzzOptions>();
  const auto add = [&](const char *name, auto &value, const char *description, const char *type, const char *group) {
    return app.add_option(name, value, description)->type_name(type)->group(group);
  };
  app.add_option(
         "receiver", options->urls,
         "the address of a receiver, such as http://127.0.0.1:7077/stsAgent/intake; the key is taken from it, or "
         "else from STACKSTATE_RECEIVER_API_KEY")
      ->type_name("URL")
      ->required();
  add("--payloads", options->payloads, "files and folders of your own payloads, to be sent first", "PATH", "Payloads");
  app.add_flag("--catalogue", options->catalogue,
               "send no random payloads: only your own, and the catalogue of every class, operation and rule")
      ->group("Payloads");
  add("--seed", options->seed, "the same seed makes the same random payloads", "N", "Payloads")->capture_default_str();
  add("--replay", options->replay,
      "send only this file and say what is wrong with the answer; several are sent in their order", "FILE", "Payloads");
  app.add_flag("--dry-run", options->dry_run, "send nothing; say where and what would be sent")->group("Payloads");
  add("--requests", options->requests,
      "the most requests to each receiver, those for shrinking and confirming included", "N", "Sending")
      ->capture_default_str();
  add("--time", options->time, "the most time for each receiver: seconds, or 90s, 30m", "DURATION", "Sending")
      ->capture_default_str();
  add("--timeout", options->timeout, "an answer that takes longer is a hang", "DURATION", "Sending")
      ->capture_default_str();
  add("--rate", options->rate, "the most requests a second (default: no limit; 50 for hosts other than this machine)",
      "N", "Sending");
  add("--header", options->headers, "a header to send with each payload; its value is not shown anywhere",
      "'NAME: VALUE'", "Sending");
  add("--compress", options->compress, "how to pack the payloads on their way", "none|gzip|deflate", "Sending")
      ->capture_default_str();
  add("--allow-host", options->allow_hosts,
      "a host that may be sent to, although it is not this machine: as it stands in its address", "HOST", "Sending");
  add("--format", options->formats, "text, json, junit or html, on standard output or in a file", "NAME[=FILE]",
      "Output");
  add("--out", options->out, "the folder for the payloads of what is found", "DIR", "Output")->capture_default_str();
  add("--baseline", options->baseline, "a file of findings that are known and fail nothing", "FILE", "Output");
  app.add_flag("--write-baseline", options->write_baseline, "write what is found to the file that --baseline names")
      ->group("Output");
  app.add_flag("--quiet", options->quiet, "no progress, and no matrix on the terminal")->group("Output");
  return [options, &console] {
    if (console.network == nullptr)
      hand_over(console);
    return console.network->fuzz(*options, console);
  };
}

} // namespace stslint
