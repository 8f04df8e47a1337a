#include "commands.hpp"

#include "network/network.hpp"
#include "network/receiver/serve.hpp"

#include <memory>

namespace stslint {

void declare_serve(Command &command) {
  const auto options = std::make_shared<ServeOptions>();
  // A receiver gets whole payloads, whatever their keys are.
  options->as = "payload";
  options->noun = "request";
  options->applied_by = std::nullopt; // nothing here applies fixes
  command.add({
      {"--listen", "HOST:PORT", &options->listen,
       "the address to listen on; port 0 takes a free port. Other machines can connect unless HOST is a loopback "
       "address",
       "Receiver"},
      {"--allow-host", "NAME", &options->allow_hosts,
       "accept requests whose Host header has this name; without it, only localhost, IP addresses and the HOST of "
       "--listen are accepted, so that no web page can reach the receiver",
       "Receiver"},
      {"--accept-all", "", &options->accept_all, "answer 200 to broken payloads too, and still report them",
       "Receiver"},
      {"--record", "DIR", &options->record, "save each payload as a file in this folder", "Receiver"},
      {"--ready-file", "FILE", &options->ready_file,
       "write the address to this file when the receiver listens, and remove the file at the end", "Receiver"},
      {"--max-requests", "N", &options->max_requests,
       "stop after N requests; those of agents beside payloads do not count", "Receiver"},
      {"--idle-timeout", "DURATION", &options->idle_timeout, "stop after this time without a request: 90s, 30m, 24h",
       "Receiver"},
  });
  // Each request says by its header in which unit its times are.
  command.add(without(check_options(*options), {"--as", "--detect", "--embedded", "--time-format"}));
  command.run = [options](Console &console) {
    if (console.network == nullptr)
      run_http_program(console);
    return console.network->serve(*options, console);
  };
}

} // namespace stslint
