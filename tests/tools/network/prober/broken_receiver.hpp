#pragma once

#include "command_line/console.hpp"
#include "network/prober/fuzz.hpp"
#include "program/cli.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace stslint::test {

/// The program stslint_broken_receiver with one of its bugs, while this lives, and a folder that lives as long.
class BrokenReceiver {
public:
  explicit BrokenReceiver(const std::string &bug);
  ~BrokenReceiver();
  BrokenReceiver(const BrokenReceiver &) = delete;
  BrokenReceiver &operator=(const BrokenReceiver &) = delete;

  std::string url() const { return "http://127.0.0.1:" + port_ + "/stsAgent/intake?api_key=SECRET"; }
  /// To send to it, with its files in the folder.
  FuzzOptions options() const;
  /// A file of these bytes, in the folder.
  std::string file(const std::string &bytes);
  const std::filesystem::path &folder() const { return folder_; }

private:
  std::filesystem::path folder_;
  std::string port_;
  int process_ = -1, input_ = -1, files_ = 0;
};

/// What a run of `stslint fuzz` said.
struct Run {
  int code;
  std::string out;
  nlohmann::json report; ///< as JSON, unless it was a replay
};
Run fuzz(FuzzOptions options);

} // namespace stslint::test
