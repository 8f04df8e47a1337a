#include "serve.hpp"

#include "command_line/arguments.hpp"
#include "linting_handler.hpp"
#include "network/http/resolve.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <ostream>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <thread>
#include <unistd.h>

namespace stslint {
namespace {

using namespace std::chrono;

struct Endpoint {
  std::string host = "127.0.0.1";
  int port = 0;
};

/// HOST:PORT, [HOST]:PORT, or a PORT of this machine.
Endpoint endpoint(const std::string &text) {
  Endpoint found;
  const std::size_t colon = text.rfind(':');
  const std::string port = text.substr(colon == std::string::npos ? 0 : colon + 1);
  if (colon != std::string::npos && colon > 0)
    found.host = text.substr(0, colon);
  if (found.host.starts_with('[') && found.host.ends_with(']'))
    found.host = found.host.substr(1, found.host.size() - 2);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), found.port);
  if (port.empty() || error != std::errc() || end != port.data() + port.size() || found.port < 0 || found.port > 65535)
    throw Error("--listen " + in_quotes(text) + ": write HOST:PORT, such as 127.0.0.1:7077");
  return found;
}

/// Waits for SIGINT, SIGTERM, or a call of stop.
class Stop {
public:
  Stop() {
    ::sigemptyset(&signals_);
    ::sigaddset(&signals_, SIGINT);
    ::sigaddset(&signals_, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr); // threads that come later inherit it
    asked_ = ::signalfd(-1, &signals_, SFD_CLOEXEC);
    called_ = ::eventfd(0, EFD_CLOEXEC);
  }
  Stop(const Stop &) = delete;
  Stop &operator=(const Stop &) = delete;
  ~Stop() {
    ::close(asked_);
    ::close(called_);
  }

  void call() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(called_, &one, sizeof one);
  }

  /// False after the timeout.
  bool wait(milliseconds time) const {
    pollfd ends[] = {{asked_, POLLIN, 0}, {called_, POLLIN, 0}};
    return ::poll(ends, 2, static_cast<int>(std::min<milliseconds::rep>(time.count(), 1 << 30))) > 0;
  }

private:
  sigset_t signals_{};
  int asked_, called_;
};

/// Waits for a stop, or for `idle` without a request.
void wait(const Stop &stop, const LintingHandler &handler, std::optional<milliseconds> idle) {
  for (;;) {
    const auto left = idle ? duration_cast<milliseconds>(handler.last() + *idle - steady_clock::now()) : hours(24);
    if (left <= milliseconds(0) || stop.wait(left))
      return;
  }
}

/// A file with the address, for programs that wait for the receiver; it exists while this lives.
class ReadyFile {
public:
  ReadyFile(std::string name, const std::string &address) : name_(std::move(name)) {
    if (name_.empty())
      return;
    // A reader sees no half of it.
    const std::string whole = name_ + ".part";
    std::ofstream out(whole, std::ios::binary);
    out << address << '\n';
    out.close();
    if (!out || std::rename(whole.c_str(), name_.c_str()) != 0)
      throw Error("--ready-file: cannot write " + in_quotes(name_));
  }
  ReadyFile(const ReadyFile &) = delete;
  ReadyFile &operator=(const ReadyFile &) = delete;
  ~ReadyFile() {
    if (!name_.empty())
      std::remove(name_.c_str());
  }

private:
  const std::string name_;
};

} // namespace

int serve(const ServeOptions &options, Console &console) {
  const Endpoint at = endpoint(options.listen);
  const bool loopback = pinned({.host = at.host, .port = std::to_string(at.port)}).loopback;
  std::optional<milliseconds> idle;
  if (!options.idle_timeout.empty())
    idle = milliseconds(static_cast<std::int64_t>(1000 * duration("--idle-timeout", options.idle_timeout)));
  const Stop stop;
  LintingHandler handler(options, console, [&] { stop.call(); });
  std::vector<std::string> names = options.allow_hosts;
  names.push_back(at.host);
  Receiver receiver(handler, std::move(names));
  std::signal(SIGPIPE, SIG_DFL); // cpp-httplib ignores it for the whole process
  const int port = receiver.bind(at.host, at.port);
  const std::string host = at.host.find(':') == std::string::npos ? at.host : '[' + at.host + ']';
  const std::string address = "http://" + host + ':' + std::to_string(port) + "/stsAgent/intake";
  const ReadyFile ready(options.ready_file, address);
  console.err << "listening on " << printable(address)
              << "?api_key=… (as on Kubernetes: /receiver/stsAgent/intake); any key works\n";
  if (!loopback)
    console.err << "stslint: every machine that can reach this one can send payloads to it\n";
  console.err.flush();
  std::thread thread([&] { receiver.run(); });
  wait(stop, handler, idle);
  receiver.stop();
  thread.join();
  return handler.finish();
}

} // namespace stslint
