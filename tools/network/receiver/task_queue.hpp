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

/// So many threads and no more. What they cannot take at once waits in a line of bounded length, and then whoever
/// brings it does.
class TaskQueue : public httplib::TaskQueue {
public:
  /// `waiting` is kept at the length of the line.
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
