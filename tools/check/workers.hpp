#pragma once

#include "input/reader.hpp"

#include "stslint/lint.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace stslint {

/// What a thread has to itself.
struct Worker {
  Linter linter;
  Reader reader;
};

/// Threads that do tasks in the order in which they were started, whoever waits for one among them. There is no other
/// before there is something to do.
class Workers {
public:
  /// `most` threads, with that of the caller.
  explicit Workers(std::size_t most) : most_(most) {}
  /// Waits for the tasks that are being done; what nobody has begun is dropped.
  ~Workers();
  Workers(const Workers &) = delete;
  Workers &operator=(const Workers &) = delete;

  struct Task {
    std::function<void(Worker &)> work; ///< which throws nothing
    bool done = false;
  };

  /// Has the `task` of a piece of work done once `fill` has prepared the piece, until that answers false, and hands the
  /// pieces to `use` in their order. No more are on the way than the ring has, which outlives the workers.
  template <typename Piece, typename Fill, typename Use>
  void in_order(std::vector<Piece> &ring, const Fill &fill, const Use &use) {
    std::size_t started = 0, used = 0;
    const auto use_oldest = [&] {
      Piece &oldest = ring[used++ % ring.size()];
      wait(oldest.task);
      use(oldest);
    };
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
  }

private:
  void start(Task &task);
  void wait(const Task &task);
  void work();
  void do_next(std::unique_lock<std::mutex> &lock, Worker &worker);

  std::size_t most_;
  std::optional<Worker> own_; ///< of who waits
  std::mutex mutex_;
  std::condition_variable started_, done_;
  std::deque<Task *> tasks_;
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

/// How many threads are worth their while: the cores that the process may use.
std::size_t usable_cores();

} // namespace stslint
