#pragma once

#include "answer.hpp"

#include "stslint/generate.hpp"
#include "stslint/lint.hpp"

#include <set>
#include <string>
#include <string_view>

namespace stslint::prober {

/// The answer that a receiver should give: the linter's verdict of the bytes, computed for each payload, never
/// reused.
struct Expectation {
  Expected expected = Expected::accept;
  std::set<std::string> causes; ///< the rules of its errors; for broken JSON also the kind of error
  std::set<std::string> rules;  ///< of all findings
  std::string pointer, why;     ///< of the worst finding
};

/// The mistakes of a receiver, the worst first.
enum class Fault : std::uint8_t { crash, hang, false_accept, false_refuse, inconsistent, slow, none };
inline constexpr std::size_t faults = static_cast<std::size_t>(Fault::none) + 1;
std::string_view name(Fault fault);

/// Judges the payload alone: no clock, no streams. A receiver may have its own limit of nesting.
class Oracle {
public:
  explicit Oracle(TimeFormat times = TimeFormat::s) : linter_({.time_format = times}) {}
  Expectation expectation(std::string_view payload);

private:
  Linter linter_;
};

/// The mistake in this answer, given the expected one.
Fault fault_of(const Answer &answer, Expected expected);

} // namespace stslint::prober
