#include "session.hpp"

#include <thread>

namespace stslint::prober {
namespace {

constexpr std::chrono::duration<double> patience{10}; ///< for a receiver that restarts
constexpr std::chrono::milliseconds pause{20};

} // namespace

void Session::count(const Answer &answer) {
  if (answer.retry_after)
    ++survey_.throttled;
  else
    ++survey_.answers[static_cast<std::size_t>(answer.outcome)];
  watch_({phase_, survey_.requests(), options_.requests, survey_.discoveries.size()});
}

Answer Session::ask(const std::string &payload) { return ask(payload, options_.timeout); }

Answer Session::ask(const std::string &payload, std::chrono::duration<double> timeout) {
  const bool was_up = !good_.empty();
  for (const auto since = Clock::now();;) {
    Answer answer = client_.send(payload, timeout);
    count(answer);
    if (answer.retry_after && !over())
      std::this_thread::sleep_for(std::min(std::chrono::duration<double>(*answer.retry_after), time_left()));
    else if (answer.outcome == Outcome::down && was_up && !gone_ && !stop_() && Clock::now() - since < patience)
      std::this_thread::sleep_for(pause);
    else {
      gone_ |= answer.outcome == Outcome::down;
      return answer;
    }
  }
}

Answer Session::ask_afresh(const std::string &payload) {
  ask(good_);
  return ask(payload);
}

bool Session::wait_until_up() { return ask(good_).outcome != Outcome::down; }

} // namespace stslint::prober
