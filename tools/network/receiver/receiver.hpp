#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace stslint {

/// The maximum size of a payload, as sent and as decompressed: StackState's documentation sets its ingress
/// to.
inline constexpr std::size_t max_payload = std::size_t{50} << 20;

/// A received payload: its headers Content-Encoding, Content-Type and sts-time-format, and its bytes.
struct PayloadRequest {
  std::string encoding, type, time_format, bytes;
};

struct Answer {
  int status;
  std::string body; ///< JSON
};

/// Handles the requests of a receiver.
struct RequestHandler {
  virtual ~RequestHandler() = default;
  virtual Answer take(PayloadRequest request) = 0;
  /// A request that is not a payload; `why` is for the sender.
  virtual Answer refuse(int status, const std::string &why) = 0;
  /// What agents ask or send beside payloads: `what` is its method and path.
  virtual void note_other(const std::string &what) = 0;
  /// The findings so far, as JSON.
  virtual std::string findings() = 0;
};

/// The HTTP server at the addresses of the document, and at those that agents use beside them. It recognizes payloads,
/// and limits the clients' use of time, memory and threads.
class Receiver : public httplib::Server {
public:
  /// `names` are the host names that requests may use for it, beside localhost and IP addresses.
  Receiver(RequestHandler &handler, std::vector<std::string> names);

  /// Binds, and returns the port. Throws Error if that fails.
  int bind(const std::string &host, int port);
  /// Serves until stop(), then finishes the running requests.
  void run() { listen_after_bind(); }
  void stop();

private:
  bool process_and_close_socket(int socket) override;
  void take(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader &content);
  void answer(const httplib::Request &request, httplib::Response &response);
  bool hold(std::size_t bytes);
  std::chrono::milliseconds patience(bool idle) const;

  RequestHandler &handler_;
  const std::vector<std::string> names_;
  std::atomic<std::size_t> waiting_ = 0; ///< connections that wait for a thread
  std::atomic<std::size_t> held_ = 0;    ///< bytes of large payloads in transfer
  std::atomic<bool> stopping_ = false;
};

} // namespace stslint
