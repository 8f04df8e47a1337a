#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <functional>

namespace stslint {

/// The current time limit for a client, beyond the time for its bytes; `idle`: its request has not begun.
using Patience = std::function<std::chrono::milliseconds(bool idle)>;

/// A connection for cpp-httplib. cpp-httplib limits neither the total time of a request, nor
/// the number and length of its header lines, nor chunked bodies: this class does.
class Connection : public httplib::Stream {
public:
  Connection(int socket, Patience patience) : socket_(socket), patience_(std::move(patience)) {}

  /// Waits for the first byte of the next request. False if none comes.
  bool next();
  /// Allows the current request this many more bytes.
  void allow(std::size_t bytes) { allowed_ = received_ + bytes; }
  /// True if the request exceeded the limit.
  bool overrun() const { return received_ == allowed_; }
  /// Ends the connection so that the client still gets the answer, even if it has not sent everything.
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
  std::size_t used_ = 0, filled_ = 0; ///< positions in the buffer
  Clock::time_point began_;           ///< the start of the request or of its answer
  std::size_t moved_ = 0;             ///< bytes transferred since then
  std::size_t received_ = 0, allowed_ = 0;
  bool answering_ = false;
};

} // namespace stslint
