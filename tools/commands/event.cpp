#include "commands.hpp"

#include "check/checker.hpp"
#include "command_line/arguments.hpp"
#include "input/inputs.hpp"
#include "network/network.hpp"
#include "network/sender/event.hpp"
#include "network/sender/send.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <chrono>
#include <memory>
#include <ostream>
#include <unistd.h>

namespace stslint {
namespace {

struct EventCommandOptions : SendOptions {
  std::vector<std::string> words; ///< NAME, or send NAME
  EventOptions event_options;
};

std::string this_host() {
  char name[256] = "";
  ::gethostname(name, sizeof name - 1);
  return name;
}

OptionTable event_options(EventOptions &event) {
  return {
      {"--title", "TEXT", &event.title, "the title of the event, in one line", "Event"},
      {"--text", "TEXT", &event.text, "the full text of the event", "Event"},
      {"-i,--identifier", "ID", &event.identifiers, "a topology element that the event is about; repeatable", "Event"},
      {"-s,--source", "NAME", &event.source, "the source system of the event, such as jenkins", "Event"},
      {"-c,--category", "Activities|Alerts|Anomalies|Changes|Others", &event.category,
       "the category of the event; with --stackstate 5.2 or suse also Deployments", "Event"},
      {"-d,--data", "JSON", &event.data, "details of the event, as a JSON object", "Event"},
      {"--links", "TITLE: URL", &event.links, "a link to more information; repeatable", "Event"},
      {"--tag", "KEY:VALUE", &event.tags, "a tag; repeatable", "Event", Option::one_each},
      {"--type", "TYPE", &event.type, "the type of the event (default: NAME)", "Event"},
      {"--source-id", "ID", &event.source_id, "the id of the event in the source system", "Event"},
      {"--source-type", "TYPE", &event.source_type, "the type of the event in the source system", "Event"},
      {"--timestamp", "TIME", &event.timestamp,
       "the time of the event, in seconds since 1970 or RFC 3339 (default: now)", "Event"},
      {"--host", "NAME", &event.host, "the host that sends the event (default: this host)", "Event"},
  };
}

int make_event(EventCommandOptions options, Console &console) {
  EventOptions &event = options.event_options;
  const bool send = options.words.size() > 1 && options.words[0] == "send";
  if (options.words.size() > (send ? 2u : 1u))
    throw Error("stslint event takes one event name; remove " + in_quotes(options.words.back()));
  const ReceiverOptions &to = options.receiver;
  const bool addressed = !to.url.empty() || !to.base_url.empty();
  // An event that is only printed needs no network and no environment.
  if ((send || addressed) && console.network == nullptr)
    run_http_program(console);
  event.name = options.words.back();
  if (event.host.empty())
    event.host = this_host();
  const double now = options.now.empty()
                         ? std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count()
                         : time_of("--now", options.now);
  options.event = event_payload(event, now);
  if (event.text.empty())
    console.err << "stslint: warning: the event has no text, which the documentation requires; add --text TEXT\n";
  if (send || addressed)
    return console.network->send(options, console);
  // Standard output is only for the payload.
  Console aside = console.with_out(console.err, false);
  Checker checker(options, aside);
  checker.lint({{}, "event"}, options.event);
  const bool good = checker.summary().errors == 0;
  const int code = checker.finish();
  if (good || options.force)
    console.out << options.event;
  return code;
}

} // namespace

void declare_event(Command &command) {
  const auto options = std::make_shared<EventCommandOptions>();
  options->as = "payload";
  options->show = "error"; // the command itself makes the rest of the payload
  options->time_format = "s";
  options->quiet = true;
  options->applied_by = std::nullopt;
  command.add({{"name", "[send] NAME", &options->words, "the name of the event; write send before it to send the event",
                "", Option::required}});
  command.add(event_options(options->event_options));
  command.add(receiver_options(*options));
  command.add(without(check_options(*options), {"--as", "--detect", "--embedded", "--stream", "--time-format"}));
  command.exit_codes = sending_codes;
  command.run = [options](Console &console) { return make_event(*options, console); };
}

} // namespace stslint
