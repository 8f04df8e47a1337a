#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The answer to a payload.
namespace stslint::prober {

/// The outcome of a request, as the client sees it.
enum class Outcome : std::uint8_t {
  accepted,     ///< 2xx
  refused,      ///< 4xx
  other,        ///< any other status: a redirect, or a final 1xx
  server_error, ///< 5xx
  reset,        ///< it reset the connection
  empty,        ///< it closed the connection without an answer
  truncated,    ///< it closed the connection in the middle of its answer
  garbage,      ///< the answer is not HTTP, or its head has no end or no clear length
  hang,         ///< no answer, or only the start of one, within the timeout
  down,         ///< no connection is possible
};
inline constexpr std::size_t outcomes = static_cast<std::size_t>(Outcome::down) + 1;
std::string_view name(Outcome outcome);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Answer {
  static constexpr std::size_t kept_bytes = 4096;

  Outcome outcome = Outcome::down;
  int status = 0;   ///< 0 if there was none
  std::string body; ///< its first kept_bytes
  std::size_t body_bytes = 0;
  std::string mistake; ///< of its head, as in "sends an answer with …"
  std::string flaw;    ///< the same for what is wrong with an answer that says a verdict all the same
  double seconds = 0;
  bool lost = false; ///< the receiver closed a kept connection without an answer, perhaps before it took the request
  std::optional<double> retry_after; ///< the seconds to wait after a 429, or a 503 with a time
};

/// True if the receiver gave a verdict: accepted or refused.
inline bool is_verdict(const Answer &answer) {
  return answer.outcome == Outcome::accepted || answer.outcome == Outcome::refused;
}

/// The kind of an answer: outcome, status, and the body without the parts that differ from payload to
/// payload (numbers, quoted text).
std::string signature(const Answer &answer);

/// "200", "reset", "hang", "500".
std::string in_short(const Answer &answer);

} // namespace stslint::prober
