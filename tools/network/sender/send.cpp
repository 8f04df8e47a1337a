#include "send.hpp"

#include "check/checker.hpp"
#include "command_line/arguments.hpp"
#include "destination.hpp"
#include "input/inputs.hpp"
#include "network/http/headers.hpp"
#include "post.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <array>
#include <chrono>
#include <fstream>
#include <optional>
#include <ostream>
#include <thread>

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
  case 429:
  case 503:
    return " (the receiver is busy; try again later, or raise --max-wait)";
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
      : options_(options), checker_(options, console), console_(console),
        to_(destination(options.receiver, console)), settings_{std::string(
                                                                   one_of("--compress", options.compress, encodings)),
                                                               duration("--timeout", options.receiver.timeout),
                                                               options.receiver.ca, options.receiver.headers},
        max_wait_(duration("--max-wait", options.receiver.max_wait)) {
    expect_headers(settings_.headers);
    if (!settings_.ca.empty() && !std::ifstream(settings_.ca))
      throw Error("--ca: cannot read " + in_quotes(settings_.ca));
    for (const std::string &header : settings_.headers)
      if (console.secrets != nullptr)
        console.secrets->add_header(header);
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

  /// Resolves the name of the receiver, once there is something to send. False if there is no such host.
  bool connect() {
    if (post_ || !reachable_)
      return reachable_;
    try {
      post_.emplace(to_, settings_);
      for (const std::string &doubt : doubts_about(to_))
        checker_.note("warning: " + doubt);
    } catch (const Error &unknown_host) {
      checker_.note(unknown_host.what());
      exit_ = std::max<int>(exit_, usage);
      reachable_ = false;
    }
    return reachable_;
  }

  /// Posts a payload, and again after a while if the receiver asks for it.
  Response post_patiently(const std::string &what, std::string_view payload) {
    double left = max_wait_;
    for (double pause = 1;; pause *= 2) {
      Response response = (*post_)(payload, checker_.linter().settings().time_format);
      const double wait = response.retry_after.value_or(pause);
      const bool busy = response.why.empty() && (response.status == 429 || response.status == 503);
      if (!busy || wait > left)
        return response;
      checker_.note(what + ": the receiver answers " + std::to_string(response.status) +
                    "; stslint sends it again in " + counted(static_cast<std::size_t>(wait), "second"));
      std::this_thread::sleep_for(std::chrono::duration<double>(wait));
      left -= wait;
    }
  }

  void post(const std::string &what, std::string_view payload) {
    if (!connect())
      return;
    const Response response = post_patiently(what, payload);
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
  const Address to_;
  const PostSettings settings_;
  const double max_wait_;    ///< seconds
  std::optional<Post> post_; ///< once there is something to send
  bool reachable_ = true;
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
