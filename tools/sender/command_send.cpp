#include "../command.hpp"

#include "../http/network.hpp"
#include "send.hpp"

namespace stslint {

void declare_receiver_options(CLI::App &app, SendOptions &options) {
  const auto add = [&](const char *name, std::string &value, const char *description, const char *type) {
    return app.add_option(name, value, description)->type_name(type)->group("Receiver");
  };
  ReceiverOptions &receiver = options.receiver;
  add("--url", receiver.url,
      "the whole address of the receiver; else STACKSTATE_RECEIVER_API_ADDRESS. The key is taken from it, or else from "
      "STACKSTATE_RECEIVER_API_KEY",
      "URL");
  add("--base-url", receiver.base_url, "the base URL of StackState, to build the address from", "URL");
  add("--deployment", receiver.deployment, "what StackState runs on there", "kubernetes|linux");
  add("--port", receiver.port, "the receiver's port on Linux (default: 7077)", "PORT");
  add("--timeout", receiver.timeout, "how long the receiver may take to answer", "DURATION")->capture_default_str();
  add("--compress", options.compress, "how to pack the payload on its way", "none|gzip|deflate")->capture_default_str();
  app.add_flag("--force", options.force, "send payloads with errors, too")->group("Receiver");
}

Action declare_send(CLI::App &app, Console &console) {
  const auto options = std::make_shared<SendOptions>();
  app.add_option("path", options->paths, "files of payloads, - for standard input")->type_name("PATH")->required();
  declare_receiver_options(app, *options);
  declare_check_options(app, *options);
  // Whole payloads are sent, whatever they look like.
  for (const char *fixed : {"--as", "--detect"})
    app.remove_option(app.get_option(fixed));
  options->as = "payload";
  return [options, &console] {
    if (console.network == nullptr)
      hand_over(console);
    return console.network->send(*options, console);
  };
}

} // namespace stslint
