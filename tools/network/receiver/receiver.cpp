#include "receiver.hpp"

#include "connection.hpp"
#include "endpoints.hpp"
#include "own_host.hpp"
#include "task_queue.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <charconv>
#include <cstring>
#include <netinet/tcp.h>
#include <new>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

namespace stslint {
namespace {

using httplib::Request;
using httplib::Response;

constexpr std::size_t threads = 128, line = 256;
constexpr int backlog = 1024;
constexpr std::size_t small = std::size_t{1} << 20; ///< the size that is always allowed,
constexpr std::size_t max_held = 8 * max_payload;   ///< and the total size of all larger payloads
constexpr std::size_t chunk_marks = 8;              ///< bytes of overhead for each byte of a chunked body

/// These headers are hidden from cpp-httplib, which would decompress a body without limit, or read it as a form.
constexpr const char *hidden[] = {"Content-Encoding", "Content-Type"};
std::string kept(const char *header) { return std::string("stslint-") + header; }

/// The current answer is the last on this thread's connection.
thread_local bool last_answer = false;

bool is_chunked(const Request &request) {
  return ::strcasecmp(request.get_header_value("Transfer-Encoding").c_str(), "chunked") == 0;
}

std::optional<Refusal> refusal_of_length(const Request &request) {
  if (is_chunked(request))
    return std::nullopt;
  if (request.has_header("Transfer-Encoding"))
    return Refusal{501, "unknown Transfer-Encoding; use chunked"};
  const std::string text = request.get_header_value("Content-Length");
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (text.empty())
    return Refusal{411, "the request has no Content-Length"};
  if (error == std::errc::invalid_argument || end != text.data() + text.size())
    return Refusal{400, "the Content-Length is not a number"};
  if (error != std::errc() || length > max_payload)
    return Refusal{413, "the payload is larger than 50 MiB; split it"};
  return std::nullopt;
}

/// The encoding of a body: "", "gzip" or "deflate", however the header spells it; empty for any other.
std::optional<std::string> encoding_of(const Request &request) {
  static constexpr std::pair<const char *, const char *> known[] = {
      {"", ""}, {"identity", ""}, {"gzip", "gzip"}, {"x-gzip", "gzip"}, {"deflate", "deflate"}};
  const std::string text = request.get_header_value(kept("Content-Encoding"));
  for (const auto &[spelling, encoding] : known)
    if (::strcasecmp(text.c_str(), spelling) == 0)
      return encoding;
  return std::nullopt;
}

/// The refusal of a request, by its head.
std::optional<Refusal> refusal_of(const Request &request, const std::vector<std::string> &names) {
  if (const auto refusal = refusal_of_host(request, names))
    return refusal;
  const Endpoint endpoint = endpoint_of(request.path);
  if (endpoint.kind == Endpoint::unknown)
    return Refusal{404, "there is no receiver at " + in_quotes(request.path) +
                            "; send payloads to /stsAgent/intake, or on Kubernetes to /receiver/stsAgent/intake"};
  if (!endpoint.takes(request.method))
    return Refusal{405, endpoint.takes("GET") ? "ask with GET, not with " + request.method
                                              : "send payloads with POST, not with " + request.method};
  if (endpoint.takes("GET"))
    return std::nullopt;
  if (request.get_param_value("api_key").empty() && request.get_header_value("sts-api-key").empty())
    return Refusal{403, "the address has no api_key; write /stsAgent/intake?api_key=…"};
  if (!encoding_of(request))
    return Refusal{415, "unknown Content-Encoding " + in_quotes(request.get_header_value(kept("Content-Encoding"))) +
                            "; use gzip or deflate"};
  const std::string format = request.get_header_value("sts-time-format");
  if (!format.empty() && format != "s" && format != "ms")
    return Refusal{400,
                   "unknown sts-time-format " + in_quotes(format) + "; use ms, or leave the header out for seconds"};
  return refusal_of_length(request);
}

void put_answer(Response &response, const Answer &answer) {
  response.status = answer.status;
  response.set_content(answer.body, "application/json");
}

void put_last(const Request &request, Response &response, const Answer &answer) {
  last_answer = true;
  if (request.get_header_value("Connection") != "close") // otherwise cpp-httplib answers it itself
    response.set_header("Connection", "close");
  if (answer.status == 503)
    response.set_header("Retry-After", "1");
  if (answer.status == 405)
    response.set_header("Allow", endpoint_of(request.path).takes("GET") ? "GET, HEAD" : "POST");
  put_answer(response, answer);
}

} // namespace

Receiver::Receiver(RequestHandler &handler, std::vector<std::string> names)
    : handler_(handler), names_(std::move(names)) {
  new_task_queue = [this] { return new TaskQueue(threads, line, waiting_); };
  // Not SO_REUSEPORT, because two receivers could then share a port, and each would miss some requests.
  set_socket_options([](int socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  set_expect_100_continue_handler([this](const Request &request, Response &response) {
    if (const auto refusal = refusal_of(request, names_))
      put_last(request, response, handler_.refuse(refusal->status, refusal->why));
    return response.status == -1 ? 100 : response.status;
  });
  set_pre_routing_handler([this](const Request &request, Response &response) {
    const auto refusal = refusal_of(request, names_);
    if (refusal)
      put_last(request, response, handler_.refuse(refusal->status, refusal->why));
    return refusal ? HandlerResponse::Handled : HandlerResponse::Unhandled;
  });
  Post("/.*", [this](const Request &request, Response &response, const httplib::ContentReader &content) {
    take(request, response, content);
  });
  Get("/.*", [this](const Request &request, Response &response) { answer(request, response); });
  set_exception_handler([this](const Request &request, Response &response, std::exception_ptr) {
    put_last(request, response, handler_.refuse(500, "internal error"));
  });
  // Requests that cpp-httplib itself refuses, such as an unreadable head.
  set_error_handler([this](const Request &request, Response &response) {
    if (response.body.empty())
      put_last(request, response, handler_.refuse(response.status, "this is not a valid HTTP request"));
  });
}

bool Receiver::hold(std::size_t bytes) {
  const bool room = held_.fetch_add(bytes) + bytes <= max_held;
  if (!room)
    held_ -= bytes;
  return room;
}

void Receiver::answer(const Request &request, Response &response) {
  const Endpoint endpoint = endpoint_of(request.path);
  if (endpoint.kind == Endpoint::findings)
    return put_answer(response, {200, handler_.findings()});
  handler_.note_other(request.method + ' ' + request.path);
  put_answer(response, {200, std::string(endpoint.answer) + '\n'});
}

void Receiver::take(const Request &request, Response &response, const httplib::ContentReader &content) {
  std::string payload;
  std::size_t held = 0;
  bool fits = true, room = true;
  const bool whole = content([&](const char *data, std::size_t size) {
    fits = payload.size() + size <= max_payload;
    const std::size_t beyond = payload.size() + size > small ? size : 0;
    room = !fits || hold(beyond);
    if (!fits || !room)
      return false;
    held += beyond;
    payload.append(data, size);
    return true;
  });
  const Endpoint endpoint = endpoint_of(request.path);
  if (whole && endpoint.kind == Endpoint::other) {
    handler_.note_other(request.method + ' ' + request.path);
    put_answer(response, {202, std::string(endpoint.answer) + '\n'});
  } else if (whole)
    put_answer(response,
               handler_.take({encoding_of(request).value_or(""), request.get_header_value(kept("Content-Type")),
                              request.get_header_value("sts-time-format"), std::move(payload)}));
  else if (!fits)
    put_last(request, response, handler_.refuse(413, "the payload is larger than 50 MiB; split it"));
  else if (!room)
    put_last(request, response, handler_.refuse(503, "too many large payloads at once; send it again"));
  else
    put_last(request, response,
             handler_.refuse(400, "the payload ends before its Content-Length, or its chunks are broken"));
  held_ -= held;
}

int Receiver::bind(const std::string &host, int port) {
  errno = 0;
  const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
  if (bound < 0)
    throw Error("cannot listen on " + in_quotes(host) + " port " + std::to_string(port) + ": " + std::strerror(errno));
  // cpp-httplib would let only five connections wait.
  ::listen(svr_sock_, backlog);
  return bound;
}

void Receiver::stop() {
  stopping_ = true;
  while (!is_running())
    std::this_thread::yield();
  httplib::Server::stop();
}

std::chrono::milliseconds Receiver::patience(bool idle) const {
  using namespace std::chrono_literals;
  if (stopping_ && idle)
    return 0ms;
  const bool crowded = stopping_ || waiting_ > 0;
  return !crowded ? 10s : idle ? 50ms : 250ms;
}

bool Receiver::process_and_close_socket(int socket) try {
  const int yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  Connection connection(socket, [this](bool idle) { return patience(idle); });
  bool closed = false;
  last_answer = false;
  while (!last_answer && !closed && connection.next()) {
    bool understood = false;
    const auto prepare = [&](Request &request) {
      understood = true;
      connection.allow(chunk_marks * (max_payload + 1));
      for (const char *header : hidden) {
        request.headers.erase(kept(header));
        if (request.has_header(header))
          request.set_header(kept(header), request.get_header_value(header));
        request.headers.erase(header);
      }
      request.headers.erase("Accept-Encoding");
      request.ranges.clear();
    };
    const bool answered = process_request(connection, false, closed, prepare);
    if (!answered && connection.overrun())
      connection.Stream::write("HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\n\r\n");
    if (!answered || !understood)
      break;
  }
  connection.close();
  return true;
} catch (const std::bad_alloc &) { // only this connection ends
  ::close(socket);
  return false;
}

} // namespace stslint
