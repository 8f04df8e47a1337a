#pragma once

#include "network/prober/target.hpp"

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace stslint::test {

/// A receiver within the test, which does what the test says, on a port of this machine.
class OwnReceiver {
public:
  /// Handles one connection, which is closed after it.
  using Talk = std::function<void(int connection)>;
  explicit OwnReceiver(Talk talk);
  ~OwnReceiver();
  OwnReceiver(const OwnReceiver &) = delete;
  OwnReceiver &operator=(const OwnReceiver &) = delete;

  prober::Target target() const;
  std::string url() const;
  /// Accepts no connection from now on: they are refused.
  void go_down();

private:
  void accept_all();

  const Talk talk_;
  int listener_ = -1, port_ = 0;
  std::mutex mutex_;
  std::set<int> open_;
  std::vector<std::thread> talks_;
  std::thread accepting_;
};

/// False if the other end has closed the connection.
bool say(int connection, std::string_view text);
/// The body of the next request; nothing if there is none.
std::optional<std::string> next_request(int connection);
/// For each request, what `answer` makes of its body; an empty answer closes the connection.
OwnReceiver::Talk answering(std::function<std::string(const std::string &body)> answer);
std::string answer_of(int status, std::string_view headers = "");

} // namespace stslint::test
