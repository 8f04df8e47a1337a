#include "answer.hpp"

namespace stslint::prober {
namespace {

constexpr std::array<std::string_view, outcomes> names = {"accepted", "refused",   "other status", "5xx",  "reset",
                                                          "empty",    "truncated", "garbage",      "hang", "down"};

/// The words of a text: numbers become 0, and quoted text is removed.
std::string words_of(std::string_view text) {
  static constexpr std::size_t enough = 200;
  std::string out;
  for (std::size_t i = 0; i < text.size() && out.size() < enough; ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      if (!out.ends_with('0'))
        out += '0';
    } else if (c == '"' || c == '\'') {
      // An apostrophe within a word is not a quote.
      const std::size_t end = text.find(c, i + 1);
      if (end != std::string_view::npos) {
        out += '"';
        i = end;
      }
    } else
      out += c;
  }
  return out;
}

} // namespace

std::string_view name(Outcome outcome) { return names[static_cast<std::size_t>(outcome)]; }

std::string signature(const Answer &answer) {
  return std::string(name(answer.outcome)) + ' ' + std::to_string(answer.status) + ' ' + words_of(answer.body);
}

std::string in_short(const Answer &answer) {
  const bool said = is_verdict(answer) || answer.outcome == Outcome::server_error || answer.outcome == Outcome::other;
  return said ? std::to_string(answer.status) : std::string(name(answer.outcome));
}

} // namespace stslint::prober
