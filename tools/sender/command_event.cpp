#include "../command.hpp"

#include "../arguments.hpp"
#include "../http/network.hpp"
#include "event.hpp"
#include "send.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <chrono>
#include <ostream>
#include <unistd.h>

namespace stslint {
namespace {

struct Options : SendOptions {
  std::vector<std::string> words; ///< NAME, or send NAME
  EventOptions event_options;
};

std::string this_host() {
  char name[256] = "";
  ::gethostname(name, sizeof name - 1);
  return name;
}

void declare_event_options(CLI::App &app, EventOptions &event) {
  const auto add = [&](const char *name, auto &value, const char *description, const char *type) {
    return app.add_option(name, value, description)->type_name(type)->group("Event");
  };
  add("--title", event.title, "what happened, in a line", "TEXT");
  add("--text", event.text, "what happened, in full", "TEXT");
  add("-i,--identifier", event.identifiers, "the topology elements that it is about", "ID")->expected(1, -1);
  add("-s,--source", event.source, "the system that it comes from, such as jenkins", "NAME");
  add("-c,--category", event.category, "what kind of event it is", "Activities|Alerts|Anomalies|Changes|Others");
  add("-d,--data", event.data, "details, as a JSON object", "JSON");
  add("--links", event.links, "where to read more", "TITLE: URL")->expected(1, -1);
  add("--tag", event.tags, "a tag; repeatable", "KEY:VALUE")->allow_extra_args(false);
  add("--type", event.type, "the type of the event; else its NAME", "TYPE");
  add("--source-id", event.source_id, "what the source calls the event", "ID");
  add("--source-type", event.source_type, "the source's own type of the event", "TYPE");
  add("--timestamp", event.timestamp, "when it happened, in seconds since 1970 or RFC 3339; else now", "TIME");
  add("--host", event.host, "the host that sends it; else this one", "NAME");
}

int run(Options options, Console &console) {
  EventOptions &event = options.event_options;
  const bool send = options.words.size() > 1 && options.words[0] == "send";
  if (options.words.size() > (send ? 2u : 1u))
    throw Error("one event at a time: " + in_quotes(options.words.back()) + " is one word too many");
  const ReceiverOptions &to = options.receiver;
  const bool addressed = !to.url.empty() || !to.base_url.empty();
  // What is only printed needs no network, and nothing of the environment.
  if ((send || addressed) && console.network == nullptr)
    hand_over(console);
  event.name = options.words.back();
  if (event.host.empty())
    event.host = this_host();
  const double now = options.now.empty()
                         ? std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count()
                         : time_of("--now", options.now);
  options.event = event_payload(event, now);
  if (event.text.empty())
    console.err << "stslint: warning: the event has no text, which the document requires; say it with --text\n";
  if (send || addressed)
    return console.network->send(options, console);
  // The payload has standard output for itself.
  Console aside{.in = console.in, .out = console.err, .err = console.err, .environment = console.environment};
  Checker checker(options, aside);
  checker.lint({{}, "event"}, options.event);
  const bool good = checker.summary().errors == 0;
  const int code = checker.finish();
  if (good || options.force)
    console.out << options.event;
  return code;
}

} // namespace

Action declare_event(CLI::App &app, Console &console) {
  const auto options = std::make_shared<Options>();
  app.add_option("name", options->words, "the name of the event; with the word send before it, it is sent")
      ->type_name("[send] NAME")
      ->required();
  declare_event_options(app, options->event_options);
  declare_receiver_options(app, *options);
  declare_check_options(app, *options);
  for (const char *fixed : {"--as", "--detect", "--stream"})
    app.remove_option(app.get_option(fixed));
  options->as = "payload";
  options->show = "error"; // the flags are of its own making
  options->quiet = true;
  return [options, &console] { return run(*options, console); };
}

} // namespace stslint
