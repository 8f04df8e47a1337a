#include "broken_receiver.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace stslint::test {

BrokenReceiver::BrokenReceiver(const std::string &bug) {
  std::string pattern = (std::filesystem::temp_directory_path() / "stslint-XXXXXX").string();
  int input[2], output[2];
  if (::mkdtemp(pattern.data()) == nullptr || ::pipe2(input, O_CLOEXEC) != 0 || ::pipe2(output, O_CLOEXEC) != 0)
    throw std::runtime_error("no folder or pipe for a receiver");
  folder_ = pattern;
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(input[0], STDIN_FILENO);
    ::dup2(output[1], STDOUT_FILENO);
    ::close(input[1]);
    ::execl(STSLINT_BROKEN_RECEIVER, STSLINT_BROKEN_RECEIVER, bug.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(input[0]);
  ::close(output[1]);
  input_ = input[1];
  for (char c = 0; ::read(output[0], &c, 1) == 1 && c != '\n';)
    port_ += c;
  ::close(output[0]);
}

BrokenReceiver::~BrokenReceiver() {
  ::close(input_); // which ends it
  ::waitpid(process_, nullptr, 0);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

FuzzOptions BrokenReceiver::options() const {
  FuzzOptions options;
  options.urls = {url()};
  options.out = (folder_ / "found").string();
  options.quiet = true;
  // Requests end a run, as fast as the machine may be.
  options.requests = 2000;
  options.time = "60s";
  return options;
}

std::string BrokenReceiver::file(const std::string &bytes) {
  const auto path = folder_ / (std::to_string(++files_) + ".json");
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

Run fuzz(FuzzOptions options) {
  std::istringstream in;
  std::ostringstream out, err;
  Console console{in, out, err};
  if (options.replay.empty() && options.formats.empty())
    options.formats = {"json"};
  Run run{};
  run.code = stslint::fuzz(options, console);
  run.out = out.str();
  run.report = nlohmann::json::parse(run.out, nullptr, false);
  return run;
}

} // namespace stslint::test
