#include "replay.hpp"

#include "case_files.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>
#include <thread>

namespace stslint::prober {

bool replay(const Target &target, const ProbeOptions &options, std::span<const std::string> payloads,
            std::ostream &out) {
  Client client(target, options.timeout, options.rate);
  Oracle oracle(options.policy);
  const std::string &last = payloads.back();
  const Expectation expectation = oracle.expectation(last);
  out << "expected: " << name(expectation.expected);
  if (!expectation.why.empty())
    out << " (" << printable(expectation.why) << ')';
  out << '\n';
  std::size_t left = options.requests;
  const auto end = std::chrono::steady_clock::now() + options.time;
  const auto ask = [&](const std::string &payload) {
    for (;;) {
      if (left-- == 0 || std::chrono::steady_clock::now() + client.until_turn() >= end)
        throw Error("--replay: --time or --requests ended the run before the last file was sent; raise them");
      Answer answer = client.send(payload);
      if (!answer.retry_after)
        return answer;
      const std::chrono::duration<double> wait(*answer.retry_after), most = end - std::chrono::steady_clock::now();
      std::this_thread::sleep_for(std::min(wait, most));
    }
  };
  const Answer alone = ask(last);
  Answer answer;
  for (const std::string &payload : payloads)
    answer = ask(payload);
  out << "answer: " << in_short(answer);
  if (in_short(alone) != in_short(answer))
    out << " (" << in_short(alone) << " when the file was sent first)";
  out << "\n" << (answer.body.empty() ? "" : "  " + shortened(answer.body, 400) + '\n');
  Fault fault = fault_of(answer, expectation.expected);
  if (in_short(alone) != in_short(answer))
    fault = Fault::inconsistent;
  if (answer.outcome == Outcome::down)
    out << "no receiver listens at this address\n";
  else
    out << (fault == Fault::none ? "the answer is correct" : name(fault)) << '\n';
  return fault == Fault::none;
}

bool listens(const Target &target, const ProbeOptions &options) {
  return Client(target, options.timeout, options.rate).send("{}").outcome != Outcome::down;
}

bool replay_folder(const Target &target, const ProbeOptions &options, const std::string &folder, std::ostream &out) {
  const auto cases = read_cases(folder);
  const auto start = std::chrono::steady_clock::now();
  std::size_t failed = 0;
  for (const auto &[name, payloads] : cases) {
    ProbeOptions rest = options;
    rest.time -= std::chrono::steady_clock::now() - start;
    std::ostringstream words;
    const bool right = replay(target, rest, payloads, words);
    failed += right ? 0u : 1u;
    out << (right ? "FIXED   " : "FAILED  ") << printable(name) << '\n' << std::flush;
  }
  out << counted(failed, "finding") << " of " << cases.size() << " failed\n";
  return failed == 0;
}

} // namespace stslint::prober
