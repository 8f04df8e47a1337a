#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <functional>

namespace stslint {

/// How long the client of a connection may take at the moment, beyond what its bytes need; `idle`: it has not begun.
using Patience = std::function<std::chrono::milliseconds(bool idle)>;

/// A connection as cpp-httplib reads and writes it. cpp-httplib bounds neither how long a request takes as a whole, nor
/// the number and length of its header lines, nor what comes in chunks: this does.
class Connection : public httplib::Stream {
public:
  Connection(int socket, Patience patience) : socket_(socket), patience_(std::move(patience)) {}

  /// Waits for the first byte of the next request. False if none comes.
  bool next();
  /// Lets the request at hand come to so many bytes more.
  void allow(std::size_t bytes) { allowed_ = received_ + bytes; }
  /// Whether it wanted to be more.
  bool overrun() const { return received_ == allowed_; }
  /// Ends the connection such that the client still gets the answer, even if it has not sent all it wanted to.
  void close();

  bool is_readable() const override { return wait_for(false); }
  bool is_writable() const override { return wait_for(true); }
  ssize_t read(char *to, size_t size) override;
  ssize_t write(const char *from, size_t size) override;
  void get_remote_ip_and_port(std::string &, int &) const override {}
  void get_local_ip_and_port(std::string &, int &) const override {}
  int socket() const override { return socket_; }

private:
  using Clock = std::chrono::steady_clock;
  bool late() const;
  bool wait_for(bool writable) const;
  ssize_t fill();

  const int socket_;
  const Patience patience_;
  std::array<char, 1 << 14> buffer_;
  std::size_t used_ = 0, filled_ = 0; ///< of the buffer
  Clock::time_point began_;           ///< the request or its answer
  std::size_t moved_ = 0;             ///< bytes since then
  std::size_t received_ = 0, allowed_ = 0;
  bool answering_ = false;
};

} // namespace stslint
