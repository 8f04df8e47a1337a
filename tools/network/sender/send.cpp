#include "send.hpp"

#include "check/checker.hpp"
#include "command_line/arguments.hpp"
#include "destination.hpp"
#include "input/inputs.hpp"
#include "post.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <array>
#include <ostream>

namespace stslint {
namespace {

constexpr std::array<std::string_view, 3> encodings = {"none", "gzip", "deflate"};

/// The meaning of a receiver's status.
std::string meaning(long status) {
  switch (status) {
  case 403:
    return " (the receiver does not accept this API key)";
  case 404:
    return " (there is no receiver at this address)";
  case 413:
    return " (the payload is too large; split it)";
  default:
    return status >= 300 && status < 400 ? " (a redirect, which stslint does not follow; use the address it leads to)"
                                         : "";
  }
}

/// The beginning of an answer on one line.
std::string in_a_line(const std::string &body) {
  std::string line;
  for (const char c : body)
    if (const bool space = c == ' ' || (c >= '\t' && c <= '\r'); !space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  return shortened(line, 300);
}

class Sender {
public:
  Sender(const SendOptions &options, Console &console)
      : options_(options), checker_(options, console), console_(console), to_(destination(options.receiver, console)),
        post_(to_.address, std::string(one_of("--compress", options.compress, encodings)),
              duration("--timeout", options.receiver.timeout)) {
    for (const std::string &doubt : to_.doubts)
      checker_.note("warning: " + doubt);
  }

  void text(const Input &input, std::string_view bytes) {
    const int before = broken();
    if (settled(searched(kind_of(input.name)), bytes).host)
      return checker_.complain(input.name, "only payloads are sent, not the documents and programs that hold them",
                               usage);
    checker_.lint(input, bytes);
    if (broken() > before && !options_.force) {
      checker_.note(input.name + ": not sent because of the errors above; --force sends it anyway");
      return;
    }
    const FileKind kind = settled(kind_of(input.name), bytes);
    for_each_record(bytes, kind, [&](const Record &record) {
      post(input.name + (kind.lines ? ':' + std::to_string(record.line) : ""), record.text);
      return true;
    });
  }

  void file(const Input &input) {
    std::string bytes, why;
    if (const ExitCode code = read(input, console_, bytes, why); code != clean)
      checker_.complain(input.name, why, code);
    else
      text(input, bytes);
  }

  void complain(const std::string &name, const std::string &why) { checker_.complain(name, why, unreadable); }

  int finish() { return std::max(checker_.finish(), exit_); }

private:
  int broken() const {
    const Summary &summary = checker_.summary();
    return static_cast<int>(summary.errors + summary.unjudged);
  }

  void post(const std::string &what, std::string_view payload) {
    const Response response = post_(payload, checker_.linter().settings().time_format);
    if (!response.why.empty()) {
      checker_.note(what + (response.sent ? ": sent, but the receiver may not have taken it: " : ": not sent: ") +
                    response.why);
      exit_ = std::max<int>(exit_, unreadable);
      return;
    }
    const bool taken = response.status >= 200 && response.status < 300;
    if (taken) {
      checker_.note(what + ": sent; the receiver answers " + std::to_string(response.status));
      return;
    }
    checker_.note(what + ": refused; the receiver answers " + std::to_string(response.status) +
                  meaning(response.status) + (response.body.empty() ? "" : ": " + in_a_line(response.body)));
    // 400 is a verdict on the payload; any other status means that the receiver was unusable.
    exit_ = std::max<int>(exit_, response.status == 400 ? findings : unreadable);
  }

  const SendOptions &options_;
  Checker checker_;
  Console &console_;
  Destination to_;
  Post post_;
  int exit_ = clean;
};

} // namespace

int send(const SendOptions &options, Console &console) {
  Sender sender(options, console);
  if (!options.event.empty()) {
    sender.text({{}, "event"}, options.event);
    return sender.finish();
  }
  const Expansion expansion = expand(
      options.paths, "<stdin>", [&](const std::string &name, const std::string &why) { sender.complain(name, why); });
  for (const Input &input : expansion.inputs)
    sender.file(input);
  return sender.finish();
}

} // namespace stslint
