#include "stop_signals.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

namespace stslint {
namespace {

constexpr std::array<int, 3> stopping = {SIGTERM, SIGINT, SIGHUP};

volatile std::sig_atomic_t caught_signal = 0;
volatile std::sig_atomic_t at_end = -1;

/// The next read finds the end, and one that waits is interrupted.
void end_input(int signal) {
  const int error = errno;
  ::dup2(at_end, STDIN_FILENO);
  caught_signal = signal;
  errno = error;
}

void set_mask(int how) {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : stopping)
    ::sigaddset(&signals, signal);
  ::pthread_sigmask(how, &signals, nullptr);
}

} // namespace

StopSignals::StopSignals() : end_(::open("/dev/null", O_RDONLY | O_CLOEXEC)) {
  at_end = end_;
  set_mask(SIG_BLOCK); // threads that start from now on get none of them
  for (const int signal : stopping) {
    struct sigaction before {};
    struct sigaction action {};
    action.sa_handler = end_input;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) // as nohup sets it
      ::sigaction(signal, &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  ::close(end_);
  for (const int signal : stopping) {
    struct sigaction now {};
    ::sigaction(signal, nullptr, &now);
    if (now.sa_handler == end_input)
      std::signal(signal, SIG_DFL);
  }
  set_mask(SIG_UNBLOCK);
}

StopSignals::Admitted::Admitted() { set_mask(SIG_UNBLOCK); }
StopSignals::Admitted::~Admitted() { set_mask(SIG_BLOCK); }

int StopSignals::caught() { return caught_signal; }

void StopSignals::end_process() {
  if (caught_signal != 0)
    ::raise(caught_signal);
}

} // namespace stslint
