#include "connection.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stslint {
namespace {

constexpr std::size_t header_bytes = std::size_t{64} << 10;
constexpr int bytes_per_millisecond = 1 << 12; ///< the lowest rate of a slow client
constexpr int poll_interval = 50;              ///< milliseconds between two checks of the time limit
constexpr std::chrono::milliseconds farewell(1000);

} // namespace

bool Connection::next() {
  began_ = Clock::now();
  moved_ = received_ = 0;
  answering_ = false;
  allow(header_bytes);
  return used_ < filled_ || wait_for(false);
}

bool Connection::late() const {
  const std::chrono::milliseconds earned(moved_ / bytes_per_millisecond);
  return Clock::now() - began_ > patience_(received_ == 0 && !answering_) + earned;
}

bool Connection::wait_for(bool writable) const {
  pollfd here{socket_, static_cast<short>(writable ? POLLOUT : POLLIN), 0};
  while (!late()) {
    const int ready = ::poll(&here, 1, poll_interval);
    if (ready > 0 || (ready < 0 && errno != EINTR))
      return ready > 0;
  }
  return false;
}

/// Like recv: 0 at the end, less than 0 on error.
ssize_t Connection::fill() {
  if (!wait_for(false))
    return -1;
  const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  used_ = 0;
  filled_ = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  moved_ += filled_;
  return got;
}

ssize_t Connection::read(char *to, size_t size) {
  size = std::min(size, allowed_ - received_);
  if (size == 0)
    return -1;
  if (used_ == filled_)
    if (const ssize_t got = fill(); got <= 0)
      return got;
  size = std::min(size, filled_ - used_);
  std::memcpy(to, buffer_.data() + used_, size);
  used_ += size;
  received_ += size;
  return static_cast<ssize_t>(size);
}

ssize_t Connection::write(const char *from, size_t size) {
  if (!answering_) {
    began_ = Clock::now();
    moved_ = 0;
    answering_ = true;
  }
  if (!wait_for(true))
    return -1;
  const ssize_t sent = ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent < 0)
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
  moved_ += static_cast<std::size_t>(sent);
  return sent;
}

void Connection::close() {
  // If bytes were unread at the close, the kernel would reset the connection, and the answer could get lost.
  ::shutdown(socket_, SHUT_WR);
  began_ = Clock::now();
  moved_ = 0;
  while (Clock::now() - began_ < farewell && fill() > 0) {
  }
  ::close(socket_);
}

} // namespace stslint
