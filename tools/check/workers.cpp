#include "workers.hpp"

#include "command_line/arguments.hpp"

#include <algorithm>
#include <new>
#include <sched.h>
#include <system_error>

namespace stslint {
namespace {

constexpr std::size_t most_jobs = 256; ///< more cores cannot be kept busy

/// Those that the process may use.
std::size_t usable_cores() {
  cpu_set_t cores;
  if (::sched_getaffinity(0, sizeof cores, &cores) == 0)
    return static_cast<std::size_t>(std::max(CPU_COUNT(&cores), 1));
  return std::max(std::thread::hardware_concurrency(), 1u); // more cores than the set has room for
}

} // namespace

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  started_.notify_all();
  for (std::thread &thread : threads_)
    thread.join();
}

void Workers::start(Task &task) {
  task.done = false;
  if (threads_.size() + 1 < most_)
    try {
      threads_.emplace_back([this] { work(); });
    } catch (const std::system_error &) {
      most_ = threads_.size() + 1; // there may be no more
    }
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(&task);
  }
  started_.notify_one();
}

/// Works on tasks during the wait: a waiting thread would compete with the working ones.
void Workers::wait(const Task &task) {
  if (!own_)
    own_.emplace();
  for (std::unique_lock lock(mutex_); !task.done;)
    if (tasks_.empty())
      done_.wait(lock);
    else
      do_next(lock, *own_);
}

void Workers::work() try {
  Worker worker;
  for (std::unique_lock lock(mutex_);;) {
    started_.wait(lock, [&] { return ends_ || !tasks_.empty(); });
    if (ends_)
      return;
    do_next(lock, worker);
    done_.notify_one();
  }
} catch (const std::bad_alloc &) { // no memory for one more worker: the others do its work
}

void Workers::do_next(std::unique_lock<std::mutex> &lock, Worker &worker) {
  Task &task = *tasks_.front();
  tasks_.pop_front();
  lock.unlock();
  task.work(worker);
  lock.lock();
  task.done = true;
}

std::size_t wanted_jobs(const std::string &option) {
  return std::min(option.empty() ? usable_cores() : positive("--jobs", option), most_jobs);
}

} // namespace stslint
