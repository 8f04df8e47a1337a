#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What came back for a payload.
namespace stslint::prober {

/// What the receiver did, as far as a client can see.
enum class Outcome : std::uint8_t {
  accepted,     ///< 2xx
  refused,      ///< 4xx
  other,        ///< any other status: a redirect, 1xx as the last word
  server_error, ///< 5xx
  reset,        ///< it broke the connection off
  empty,        ///< it closed the connection without a word
  truncated,    ///< it closed the connection in the middle of its answer
  garbage,      ///< what it said is no HTTP
  hang,         ///< no answer, or only the start of one, within the timeout
  down,         ///< nobody takes the connection
};
inline constexpr std::size_t outcomes = static_cast<std::size_t>(Outcome::down) + 1;
std::string_view name(Outcome outcome);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Answer {
  static constexpr std::size_t kept_bytes = 4096;

  Outcome outcome = Outcome::down;
  int status = 0;   ///< 0: it never came to one
  std::string body; ///< its first kept_bytes
  std::size_t body_bytes = 0;
  double seconds = 0;
  std::optional<double> retry_after; ///< 429, or 503 that says when: the seconds to wait
};

/// The receiver judged: it said yes or no.
inline bool is_verdict(const Answer &answer) {
  return answer.outcome == Outcome::accepted || answer.outcome == Outcome::refused;
}

/// What tells one kind of answer from another: outcome, status and the body without what differs from payload to
/// payload (numbers, quoted text).
std::string signature(const Answer &answer);

/// "200", "reset", "hang", "500".
std::string in_short(const Answer &answer);

} // namespace stslint::prober
