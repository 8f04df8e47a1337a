#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <string>

namespace stslint {

/// The most bytes a payload may come to, as it is sent and unpacked: what StackState's documentation sets its ingress
/// to.
inline constexpr std::size_t max_payload = std::size_t{50} << 20;

/// A payload as it came: its headers Content-Encoding and Content-Type, and its bytes.
struct PayloadRequest {
  std::string encoding, type, bytes;
};

struct Answer {
  int status;
  std::string body; ///< JSON
};

/// What a receiver does with requests.
struct RequestHandler {
  virtual ~RequestHandler() = default;
  virtual Answer take(PayloadRequest request) = 0;
  /// A request that is no payload; `why` is for the one who sends.
  virtual Answer refuse(int status, const std::string &why) = 0;
};

/// Speaks HTTP at the two addresses that the document gives: finds out what is a payload, and bounds what clients can
/// use of time, memory and threads.
class Receiver : public httplib::Server {
public:
  explicit Receiver(RequestHandler &handler);

  /// Binds; answers the port. Throws Error if that cannot be.
  int bind(const std::string &host, int port);
  /// Serves until stop(), then ends what has begun.
  void run() { listen_after_bind(); }
  void stop();

private:
  bool process_and_close_socket(int socket) override;
  void answer(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader &content);
  bool hold(std::size_t bytes);
  std::chrono::milliseconds patience(bool idle) const;

  RequestHandler &handler_;
  std::atomic<std::size_t> waiting_ = 0; ///< connections that no thread has taken yet
  std::atomic<std::size_t> held_ = 0;    ///< bytes of large payloads that are on their way
  std::atomic<bool> stopping_ = false;
};

} // namespace stslint
