#include "../command.hpp"

#include "../http/network.hpp"
#include "serve.hpp"

namespace stslint {

Action declare_serve(CLI::App &app, Console &console) {
  const auto options = std::make_shared<ServeOptions>();
  app.add_option("--listen", options->listen,
                 "where to listen; port 0 takes a free one. A HOST that is not this machine's own opens it to others")
      ->type_name("HOST:PORT")
      ->capture_default_str()
      ->group("Receiver");
  app.add_flag("--accept-all", options->accept_all, "answer 200 to broken payloads too; they are reported all the same")
      ->group("Receiver");
  app.add_option("--record", options->record, "keep each payload as a file in this folder")
      ->type_name("DIR")
      ->group("Receiver");
  app.add_option("--max-requests", options->max_requests, "stop after so many requests")
      ->type_name("N")
      ->group("Receiver");
  app.add_option("--idle-timeout", options->idle_timeout, "stop when nothing has come for so long: 90s, 30m, 24h")
      ->type_name("DURATION")
      ->group("Receiver");
  declare_check_options(app, *options);
  // A receiver takes whole payloads, whatever they look like.
  for (const char *fixed : {"--as", "--detect"})
    app.remove_option(app.get_option(fixed));
  options->as = "payload";
  options->noun = "request";
  return [options, &console] {
    if (console.network == nullptr)
      hand_over(console);
    return console.network->serve(*options, console);
  };
}

} // namespace stslint
