#pragma once

#include "check/checker.hpp"
#include "receiver.hpp"
#include "serve.hpp"

#include <chrono>
#include <mutex>
#include <string>

namespace stslint {

/// Lints the payloads of the receiver, one after another, and reports them as `stslint check` does.
class LintingHandler : public RequestHandler {
public:
  /// Throws Error for invalid options. `done` is called, on any thread, after the last allowed request.
  LintingHandler(const ServeOptions &options, Console &console, std::function<void()> done);

  Answer take(PayloadRequest request) override;
  Answer refuse(int status, const std::string &why) override;

  /// The time of the last request; at first, the time of the start.
  std::chrono::steady_clock::time_point last() const;
  /// Ends the reports, and returns the exit code.
  int finish();

private:
  void count();
  Answer refuse(const std::string &name, int status, const std::string &why);
  std::string record(const std::string &payload);
  Answer lint(const std::string &name, const std::string &payload);

  const ServeOptions &options_;
  Console &console_;
  const std::function<void()> done_;
  mutable std::mutex mutex_;
  Checker checker_;
  std::size_t requests_ = 0, recorded_ = 0;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace stslint
