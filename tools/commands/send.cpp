#include "commands.hpp"

#include "network/network.hpp"
#include "network/sender/send.hpp"

#include <memory>

namespace stslint {

OptionTable receiver_options(SendOptions &options) {
  ReceiverOptions &receiver = options.receiver;
  return {
      {"--url", "URL", &receiver.url,
       "the whole address of the receiver; else STACKSTATE_RECEIVER_API_ADDRESS. The key is taken from it, or else "
       "from STACKSTATE_RECEIVER_API_KEY",
       "Receiver"},
      {"--base-url", "URL", &receiver.base_url, "the base URL of StackState, to build the address from", "Receiver"},
      {"--deployment", "kubernetes|linux", &receiver.deployment, "what StackState runs on there", "Receiver"},
      {"--port", "PORT", &receiver.port, "the receiver's port on Linux (default: 7077)", "Receiver"},
      {"--timeout", "DURATION", &receiver.timeout, "how long the receiver may take to answer", "Receiver"},
      {"--compress", "none|gzip|deflate", &options.compress, "how to pack the payload on its way", "Receiver"},
      {"--force", "", &options.force, "send payloads with errors, too", "Receiver"},
  };
}

void declare_send(Command &command) {
  const auto options = std::make_shared<SendOptions>();
  options->as = "payload"; // whole payloads are sent, whatever they look like
  command.add({{"path", "PATH", &options->paths, "files of payloads, - for standard input", "", Option::required}});
  command.add(receiver_options(*options));
  command.add(without(check_options(*options), {"--as", "--detect"}));
  command.run = [options](Console &console) {
    if (console.network == nullptr)
      hand_over(console);
    return console.network->send(*options, console);
  };
}

} // namespace stslint
