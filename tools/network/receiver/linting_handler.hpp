#pragma once

#include "check/checker.hpp"
#include "encode/json.hpp"
#include "receiver.hpp"
#include "serve.hpp"

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace stslint {

/// Lints the payloads of the receiver, and reports them as `stslint check` does. Each thread lints with a Linter of its
/// own; the threads share only the Checker, which decides what to report, and writes it.
class LintingHandler : public RequestHandler {
public:
  /// Throws Error for invalid options. `done` is called, on any thread, after the last allowed request.
  LintingHandler(const ServeOptions &options, Console &console, std::function<void()> done);

  Answer take(PayloadRequest request) override;
  Answer refuse(int status, const std::string &why) override;
  void note_other(const std::string &what) override;
  std::string findings() override;

  /// The time of the last request; at first, the time of the start.
  std::chrono::steady_clock::time_point last() const;
  /// Ends the reports, and returns the exit code.
  int finish();

private:
  void count();
  struct Result; ///< the part of a request that other requests cannot change any more
  Answer refuse(const std::string &name, int status, const std::string &why);
  std::string record(const std::string &payload);
  std::string begin(const PayloadRequest &request);
  std::optional<Answer> unpack(const std::string &name, PayloadRequest &request, std::unique_lock<std::mutex> &alone);
  std::optional<PrefilterSettings> settings(std::string &name, const PayloadRequest &request);
  Answer lint(const std::string &name, const std::string &payload, const PrefilterSettings &how);
  Answer lint_in_order(const std::string &name, const std::string &payload);
  void keep(const PayloadReport &report);
  Result result_since(const Summary &before) const;
  Answer answer(const std::string &name, const std::string &payload, Linter &linter, const Result &result);

  const ServeOptions &options_;
  Console &console_;
  const std::function<void()> done_;
  mutable std::mutex mutex_; ///< of all below, but not of large_, kept_ and findings_
  std::mutex large_;         ///< held while a large payload is linted
  Checker checker_;
  std::size_t requests_ = 0, recorded_ = 0;
  std::map<std::string, std::size_t> others_; ///< requests beside payloads, by method and path
  std::mutex kept_;                           ///< of findings_; taken after mutex_, if both are
  std::deque<std::string> findings_;          ///< the latest as JSON, for GET /stslint/findings
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace stslint
