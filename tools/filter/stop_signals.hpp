#pragma once

#include <csignal>

namespace stslint {

/// SIGTERM, SIGINT and SIGHUP end standard input instead of the process, so that the lines that were read are still
/// written. A second signal of the same kind ends the process at once.
class StopSignals {
public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals &) = delete;
  StopSignals &operator=(const StopSignals &) = delete;

  /// Signals wait, except while an object of this class exists: they must reach the thread that reads and writes.
  class Admitted {
  public:
    Admitted();
    ~Admitted();
    Admitted(const Admitted &) = delete;
    Admitted &operator=(const Admitted &) = delete;
  };

  /// The signal that came; 0 for none.
  static int caught();
  /// Ends the process by the signal that came, if one did: its parent sees that.
  static void end_process();

private:
  int end_; ///< a descriptor that is at its end
};

} // namespace stslint
