// A small receiver with one bug: `stslint_broken_receiver BUG` prints its port and serves until its standard input
// ends. What kills it kills a child of it, and the next child takes over.
#include "bugs.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace stslint::test {
namespace {

void say(int connection, const std::string &text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t sent = ::send(connection, text.data() + at, text.size() - at, MSG_NOSIGNAL);
    if (sent <= 0)
      return;
    at += static_cast<std::size_t>(sent);
  }
}

/// Answers; false if the connection ends with that.
bool react(int connection, const Reaction &reaction) {
  const std::string head =
      "HTTP/1.1 " + std::to_string(reaction.status) + " x\r\n" + reaction.headers + "Content-Length: ";
  switch (reaction.kind) {
  case Reaction::answer:
    std::this_thread::sleep_for(std::chrono::duration<double>(reaction.delay));
    say(connection, head + std::to_string(reaction.body.size()) + "\r\n\r\n" + reaction.body);
    return true;
  case Reaction::die:
    std::_Exit(1);
  case Reaction::hang: {
    char byte = 0;
    (void)!::recv(connection, &byte, 1, 0);
    return false;
  }
  case Reaction::reset: {
    const linger at_once{1, 0};
    ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    return false;
  }
  case Reaction::garbage:
    say(connection, "\x01\x02 what is this\n");
    return false;
  case Reaction::truncate:
    say(connection, head + "100\r\n\r\nshort");
    return false;
  case Reaction::excess:
    say(connection, head + "2\r\n\r\n{}, and more");
    return true;
  case Reaction::close:
    break;
  }
  return false;
}

/// Requests come whole: a head with a Content-Length, and that many bytes.
void serve(int connection, const Bug &bug) {
  static constexpr std::string_view length_field = "Content-Length: ";
  std::string bytes;
  std::size_t wanted = 0;
  char block[65536];
  for (bool open = true; open;) {
    const std::size_t head = bytes.find("\r\n\r\n");
    if (head != std::string::npos && wanted == 0) {
      const std::size_t field = bytes.find(length_field);
      wanted = head + 4;
      if (field < head)
        wanted += std::strtoul(bytes.c_str() + field + length_field.size(), nullptr, 10);
    }
    if (wanted > 0 && bytes.size() >= wanted) {
      open = react(connection, bug.react(bytes.substr(head + 4, wanted - head - 4)));
      bytes.erase(0, wanted);
      wanted = 0;
      continue;
    }
    const ssize_t got = ::recv(connection, block, sizeof block, 0);
    if (got <= 0)
      break;
    bytes.append(block, static_cast<std::size_t>(got));
  }
  ::close(connection);
}

[[noreturn]] void accept_all(int listener, const Bug &bug) {
  for (;;) {
    const int connection = ::accept(listener, nullptr, nullptr);
    const int yes = 1;
    ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connection >= 0)
      std::thread(serve, connection, bug).detach();
  }
}

int run(const Bug &bug) {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 64) != 0 ||
      ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
    return 1;
  std::printf("%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  for (pid_t child = -1;;) {
    if (child < 0 || ::waitpid(child, nullptr, WNOHANG) == child) {
      child = ::fork();
      if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        accept_all(listener, bug);
      }
    }
    pollfd input{STDIN_FILENO, POLLIN, 0};
    char byte = 0;
    if (::poll(&input, 1, 5) > 0 && ::read(STDIN_FILENO, &byte, 1) <= 0) {
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      return 0;
    }
  }
}

} // namespace
} // namespace stslint::test

int main(int argc, char **argv) {
  using namespace stslint::test;
  const std::string_view wanted = argc > 1 ? argv[1] : "none";
  const auto bug = std::ranges::find(bugs(), wanted, &Bug::name);
  if (bug == bugs().end()) {
    for (const Bug &each : bugs())
      std::fprintf(stderr, "%s: %s\n", each.name.data(), each.summary.data());
    return 2;
  }
  return run(*bug);
}
