#pragma once

#include "answer.hpp"
#include "target.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace stslint::prober {

/// Posts bodies to one receiver, several at a time, over open connections. Follows no redirect, uses no
/// proxy, keeps at most Answer::kept_bytes of each answer, and reads at most a megabyte of it.
class Client {
public:
  /// `rate` is the maximum number of requests a second; 0 for no limit.
  Client(const Target &target, std::chrono::duration<double> timeout, double rate);
  ~Client();
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;

  /// Takes bodies from `next` until `ended`, which is also asked while it waits for its turn, and keeps up to
  /// `in_flight` requests running; `done` gets each body with its answer, in the order of the answers. A body must stay
  /// valid until its answer.
  using Ended = std::function<bool()>;
  using Next = std::function<const std::string &()>;
  using Done = std::function<void(const std::string &body, Answer answer)>;
  void send(unsigned in_flight, const Ended &ended, const Next &next, const Done &done);

  /// Posts one body, over its own connection.
  Answer send(const std::string &body);
  /// Posts one body, with a shorter timeout.
  Answer send(const std::string &body, std::chrono::duration<double> timeout);
  /// The time until the rate allows the next request; sending waits for it.
  std::chrono::duration<double> until_turn() const;

private:
  struct Transfers;
  std::unique_ptr<Transfers> transfers_;
};

} // namespace stslint::prober
