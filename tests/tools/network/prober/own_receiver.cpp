#include "own_receiver.hpp"

#include <arpa/inet.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace stslint::test {

OwnReceiver::OwnReceiver(Talk talk) : talk_(std::move(talk)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener_, 64) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr *>(&address), &size) != 0)
    throw std::runtime_error("no port for a receiver");
  port_ = ntohs(address.sin_port);
  if (talk_)
    accepting_ = std::thread([this] { accept_all(); });
}

OwnReceiver::~OwnReceiver() {
  go_down();
  if (accepting_.joinable())
    accepting_.join();
  {
    const std::lock_guard lock(mutex_);
    for (const int connection : open_)
      ::shutdown(connection, SHUT_RDWR);
  }
  for (std::thread &each : talks_)
    each.join();
  ::close(listener_);
}

void OwnReceiver::go_down() { ::shutdown(listener_, SHUT_RDWR); }

void OwnReceiver::accept_all() {
  for (int connection = 0; (connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
    const std::lock_guard lock(mutex_);
    open_.insert(connection);
    talks_.emplace_back([this, connection] {
      talk_(connection);
      const std::lock_guard inner(mutex_);
      open_.erase(connection);
      ::close(connection);
    });
  }
}

std::string OwnReceiver::url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/stsAgent/intake"; }

prober::Target OwnReceiver::target() const { return prober::target_of(url(), "k", {}); }

bool say(int connection, std::string_view text) {
  while (!text.empty()) {
    const ssize_t sent = ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent <= 0)
      return false;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<std::string> next_request(int connection) {
  static constexpr std::string_view field = "Content-Length: ";
  std::string bytes;
  for (std::size_t head = std::string::npos, wanted = 0; head == std::string::npos || bytes.size() < wanted;) {
    char block[65536];
    const ssize_t got = ::recv(connection, block, sizeof block, 0);
    if (got <= 0)
      return std::nullopt;
    bytes.append(block, static_cast<std::size_t>(got));
    head = bytes.find("\r\n\r\n");
    if (head != std::string::npos)
      wanted = head + 4 + std::stoul(bytes.substr(bytes.find(field) + field.size()));
  }
  return bytes.substr(bytes.find("\r\n\r\n") + 4);
}

OwnReceiver::Talk answering(std::function<std::string(const std::string &body)> answer) {
  return [answer = std::move(answer)](int connection) {
    while (const auto body = next_request(connection))
      if (const std::string text = answer(*body); text.empty() || !say(connection, text))
        return;
  };
}

std::string answer_of(int status, std::string_view headers) {
  return "HTTP/1.1 " + std::to_string(status) + " x\r\n" + std::string(headers) + "Content-Length: 2\r\n\r\n{}";
}

} // namespace stslint::test
