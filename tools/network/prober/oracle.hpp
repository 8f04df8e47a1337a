#pragma once

#include "answer.hpp"

#include "stslint/generate.hpp"
#include "stslint/lint.hpp"

#include <set>
#include <string>
#include <string_view>

namespace stslint::prober {

/// What a receiver should do with a payload, as the linter finds in its bytes: made anew for whatever is sent, never
/// carried along.
struct Expectation {
  Expected expected = Expected::accept;
  std::set<std::string> causes; ///< the rules of its errors; of text that is no JSON also in which way
  std::set<std::string> rules;  ///< of all findings
  std::string pointer, why;     ///< of the worst finding
};

/// What a receiver got wrong. The worst stand first.
enum class Fault : std::uint8_t { crash, hang, false_accept, false_refuse, inconsistent, slow, none };
inline constexpr std::size_t faults = static_cast<std::size_t>(Fault::none) + 1;
std::string_view name(Fault fault);

/// Judges by the payload alone: no clock, no streams. A receiver's limit of nesting is its own affair.
class Oracle {
public:
  Expectation expectation(std::string_view payload);

private:
  Linter linter_;
};

/// What is wrong with this answer to a payload of which that is expected.
Fault fault_of(const Answer &answer, Expected expected);

} // namespace stslint::prober
