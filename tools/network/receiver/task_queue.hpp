#pragma once

#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace stslint {

/// A fixed number of threads. Other tasks wait in a queue of limited length. If the queue is full, the caller
/// runs its task itself.
class TaskQueue : public httplib::TaskQueue {
public:
  /// Keeps `waiting` at the length of the queue.
  TaskQueue(std::size_t threads, std::size_t line, std::atomic<std::size_t> &waiting);
  void enqueue(std::function<void()> work) override;
  void shutdown() override;

private:
  void work();

  const std::size_t line_;
  std::atomic<std::size_t> &waiting_;
  std::mutex mutex_;
  std::condition_variable more_, fewer_;
  std::deque<std::function<void()>> works_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

} // namespace stslint
