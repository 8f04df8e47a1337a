#include "task_queue.hpp"

namespace stslint {

TaskQueue::TaskQueue(std::size_t threads, std::size_t line, std::atomic<std::size_t> &waiting)
    : line_(line), waiting_(waiting) {
  while (threads_.size() < threads)
    threads_.emplace_back([this] { work(); });
}

void TaskQueue::enqueue(std::function<void()> work) {
  std::unique_lock lock(mutex_);
  fewer_.wait(lock, [&] { return works_.size() < line_; });
  works_.push_back(std::move(work));
  waiting_ = works_.size();
  more_.notify_one();
}

void TaskQueue::work() {
  for (std::unique_lock lock(mutex_);;) {
    more_.wait(lock, [&] { return !works_.empty() || ending_; });
    if (works_.empty())
      return;
    const std::function<void()> work = std::move(works_.front());
    works_.pop_front();
    waiting_ = works_.size();
    fewer_.notify_one();
    lock.unlock();
    work();
    lock.lock();
  }
}

void TaskQueue::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  more_.notify_all();
  for (std::thread &thread : threads_)
    thread.join();
}

} // namespace stslint
