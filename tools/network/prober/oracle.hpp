#pragma once

#include "answer.hpp"
#include "config/configuration.hpp"

#include "stslint/generate.hpp"
#include "stslint/lint.hpp"

#include <set>
#include <string>
#include <string_view>

namespace stslint::prober {

/// What a receiver overlooks when it accepts a payload: a rule, the kind of its violation (the syntax error, or the
/// kind of value that stands where another should), and the place in the contract, with `*` for numbers of items and
/// for names that the contract leaves open.
struct Cause {
  std::string rule, kind, place;
  auto operator<=>(const Cause &) const = default;
};
/// `wrong-type null /events/*/*/tags`
std::string name(const Cause &cause);

/// The answer that a receiver should give: the linter's verdict of the bytes, computed for each payload, never
/// reused.
struct Expectation {
  Expected expected = Expected::accept;
  std::set<Cause> causes;      ///< why a receiver must refuse it
  std::set<std::string> rules; ///< of all findings
  std::string pointer, why;    ///< of the worst finding
  std::size_t misspelt = 0;    ///< the number of names that are nearly those of the contract
};

/// The mistakes of a receiver, the worst first.
enum class Fault : std::uint8_t { crash, hang, false_accept, false_refuse, wrong_answer, inconsistent, slow, none };
inline constexpr std::size_t faults = static_cast<std::size_t>(Fault::none) + 1;
std::string_view name(Fault fault);
inline bool is_of_verdict(Fault fault) { return fault == Fault::false_accept || fault == Fault::false_refuse; }

/// Judges the payload alone: no clock, no streams. Rules say what a receiver must do; a severity that the user changed
/// says it too, and a rule that the user switched off leaves the answer open. A receiver that refuses what the linter
/// calls an error is strict, but not wrong.
class Oracle {
public:
  explicit Oracle(const Policy &policy = {});
  Expectation expectation(std::string_view payload);

private:
  Expected verdict(const Rule &rule) const;

  const Policy policy_;
  Linter linter_;
};

/// The mistake in this answer, given the expected one.
Fault fault_of(const Answer &answer, Expected expected);

} // namespace stslint::prober
