#pragma once

#include "answer.hpp"
#include "target.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace stslint::prober {

/// Posts bodies to one receiver: over connections that stay open, several at a time. Follows no redirect, uses no
/// proxy, keeps no more than Answer::kept_bytes of what comes back and reads no more than a megabyte of it.
class Client {
public:
  /// `rate` is the most requests a second; 0 for no limit.
  Client(const Target &target, std::chrono::duration<double> timeout, double rate);
  ~Client();
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;

  /// Takes bodies from `next` until it has no more, which it says with null, and keeps up to `in_flight` on their way;
  /// `done` gets each body with its answer, in the order of the answers. A body must stay until it is answered.
  using Next = std::function<const std::string *()>;
  using Done = std::function<void(const std::string &body, Answer answer)>;
  void send(unsigned in_flight, const Next &next, const Done &done);

  /// One body, over a connection of its own.
  Answer send(const std::string &body);
  /// One body that is taken for hanging earlier than others.
  Answer send(const std::string &body, std::chrono::duration<double> timeout);

private:
  struct Transfers;
  std::unique_ptr<Transfers> transfers_;
};

} // namespace stslint::prober
