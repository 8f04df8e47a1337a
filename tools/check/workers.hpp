#pragma once

#include "input/reader.hpp"

#include "stslint/lint.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace stslint {

/// The data of one thread.
struct Worker {
  Linter linter;
  Reader reader;
};

/// Threads that do tasks in the order of their start; a thread that waits for one also works. No thread starts
/// before there is a task.
class Workers {
public:
  /// `most` threads, with that of the caller.
  explicit Workers(std::size_t most) : most_(most) {}
  /// Waits for running tasks, and drops tasks that have not begun.
  ~Workers();
  Workers(const Workers &) = delete;
  Workers &operator=(const Workers &) = delete;

  struct Task {
    std::function<void(Worker &)> work; ///< must not throw
    bool done = false;
  };

  /// Prepares pieces of work with `fill`, until it returns false, does the `task` of each, and passes the
  /// pieces to `use` in their order. At most as many are in work as the ring has; the ring outlives the workers.
  template <typename Piece, typename Fill, typename Use>
  void in_order(std::vector<Piece> &ring, const Fill &fill, const Use &use) {
    std::size_t started = 0, used = 0;
    const auto use_oldest = [&] {
      Piece &oldest = ring[used++ % ring.size()];
      wait(oldest.task);
      use(oldest);
    };
    try {
      for (;; ++started) {
        if (started - used == ring.size())
          use_oldest();
        Piece &piece = ring[started % ring.size()];
        if (!fill(piece))
          break;
        start(piece.task);
      }
      while (used < started)
        use_oldest();
    } catch (...) { // running tasks still use their pieces
      while (used < started)
        wait(ring[used++ % ring.size()].task);
      throw;
    }
  }

private:
  void start(Task &task);
  void wait(const Task &task);
  void work();
  void do_next(std::unique_lock<std::mutex> &lock, Worker &worker);

  std::size_t most_;
  std::optional<Worker> own_; ///< for a waiting thread
  std::mutex mutex_;
  std::condition_variable started_, done_;
  std::deque<Task *> tasks_;
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

/// How many threads --jobs asks for; without it, the useful number: the cores that the process may use.
std::size_t wanted_jobs(const std::string &option);

} // namespace stslint
