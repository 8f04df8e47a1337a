#include "session.hpp"

#include <algorithm>
#include <thread>

namespace stslint::prober {
namespace {

constexpr std::chrono::duration<double> patience{10}; ///< for a receiver that restarts
constexpr std::chrono::milliseconds pause{20};

} // namespace

void Session::count(const Answer &answer) {
  if (answer.retry_after)
    ++survey_.throttled;
  else if (answer.lost)
    ++survey_.lost;
  else
    ++survey_.answers[static_cast<std::size_t>(answer.outcome)];
  down_ = answer.outcome == Outcome::down;
  watch_({phase_, survey_.requests(), options_.requests, survey_.discoveries.size()});
}

void Session::rest(std::chrono::duration<double> length) const {
  static constexpr std::chrono::duration<double> nap{0.05};
  for (const auto since = Clock::now(); !over();) {
    const auto left = length - std::chrono::duration<double>(Clock::now() - since);
    if (left.count() <= 0)
      return;
    std::this_thread::sleep_for(std::min({left, nap, time_left()}));
  }
}

std::optional<Answer> Session::ask(const std::string &payload) { return ask(payload, options_.timeout); }

std::optional<Answer> Session::ask(const std::string &payload, std::chrono::duration<double> timeout) {
  const bool was_up = !good_.empty();
  for (const auto since = Clock::now(); !over();) {
    rest(client_.until_turn());
    if (over())
      break;
    Answer answer = client_.send(payload, timeout);
    count(answer);
    if (answer.retry_after)
      rest(std::chrono::duration<double>(*answer.retry_after));
    else if (down_ && was_up && Clock::now() - since < patience)
      rest(pause);
    else {
      gone_ |= down_;
      return answer;
    }
  }
  return std::nullopt;
}

std::optional<Answer> Session::ask_afresh(const std::string &payload) {
  return ask(good_) ? ask(payload) : std::nullopt;
}

} // namespace stslint::prober
