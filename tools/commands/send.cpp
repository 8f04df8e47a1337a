#include "commands.hpp"

#include "network/network.hpp"
#include "network/sender/send.hpp"

#include <memory>

namespace stslint {

OptionTable receiver_options(SendOptions &options) {
  ReceiverOptions &receiver = options.receiver;
  return {
      {"--url", "URL", &receiver.url,
       "the full address of the receiver (default: STACKSTATE_RECEIVER_API_ADDRESS). The API key comes from the URL, "
       "or else from STACKSTATE_RECEIVER_API_KEY",
       "Receiver"},
      {"--base-url", "URL", &receiver.base_url, "the base URL of StackState, from which stslint builds the address",
       "Receiver"},
      {"--deployment", "kubernetes|linux", &receiver.deployment, "the platform that StackState runs on", "Receiver"},
      {"--port", "PORT", &receiver.port, "the receiver's port on Linux (default: 7077)", "Receiver"},
      {"--timeout", "DURATION", &receiver.timeout, "the maximum time for an answer", "Receiver"},
      {"--max-wait", "DURATION", &receiver.max_wait,
       "the maximum time to wait, for each payload, while the receiver answers 429 or 503; 0s: never wait", "Receiver"},
      {"--ca", "FILE", &receiver.ca, "trust the certificates in this file, in PEM format, and no others", "Receiver"},
      {"--header", "'NAME: VALUE'", &receiver.headers, "a header for each request; stslint never prints its value",
       "Receiver", Option::one_each},
      {"--compress", "none|gzip|deflate", &options.compress, "the compression of the payload", "Receiver"},
      {"--force", "", &options.force, "also send payloads that have errors", "Receiver"},
  };
}

void declare_send(Command &command) {
  const auto options = std::make_shared<SendOptions>();
  options->applied_by = "stslint check ";
  options->as = "payload"; // send posts whole payloads, whatever their keys are
  command.add({{"path", "PATH", &options->paths, "payload files, or - for standard input", "", Option::required}});
  command.add(receiver_options(*options));
  command.add(without(check_options(*options), {"--as", "--detect", "--embedded"}));
  command.exit_codes = sending_codes;
  command.run = [options](Console &console) {
    if (console.network == nullptr)
      run_http_program(console);
    return console.network->send(*options, console);
  };
}

} // namespace stslint
