#include "replay.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <ostream>

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
    if (left-- == 0 || std::chrono::steady_clock::now() + client.until_turn() >= end)
      throw Error("--replay: --time or --requests ended the run before the last file was sent; raise them");
    return client.send(payload);
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

} // namespace stslint::prober
