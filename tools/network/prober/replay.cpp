#include "replay.hpp"

#include "stslint/text.hpp"

#include <ostream>

namespace stslint::prober {

bool replay(const Target &target, const ProbeOptions &options, std::span<const std::string> payloads,
            std::ostream &out) {
  Client client(target, options.timeout, options.rate);
  Oracle oracle(target.time_format);
  const std::string &last = payloads.back();
  const Expectation expectation = oracle.expectation(last);
  out << "expected: " << name(expectation.expected);
  if (!expectation.why.empty())
    out << " (" << printable(expectation.why) << ')';
  out << '\n';
  const Answer alone = client.send(last);
  Answer answer;
  for (const std::string &payload : payloads)
    answer = client.send(payload);
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
