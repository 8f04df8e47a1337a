#pragma once

#include "stslint/generate.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// What the benchmarks read: payloads of the generator, each different, 1.1 kB in the mean.
namespace stslint::bench {

/// Made by no serializer, but by people and fuzzers: white space of any length between all tokens, letters as escapes.
inline bool oddly_spelt(const Case &made) { return made.operation == "white-space" || made.operation == "escapes"; }

/// Good payloads, as many as take up so many bytes, each on one line: as serializers write them, a third of them small;
/// or `odd` ones.
inline std::vector<std::string> good_payloads(std::size_t bytes, bool odd = false) {
  Generator small(1, {.kind = "valid-minimal"}), varied(2, {.kind = "valid-variant"});
  std::vector<std::string> payloads;
  for (std::size_t index = 0, size = 0; size < bytes; ++index) {
    const Case &made = (index % 3 == 0 && !odd ? small : varied).make(index);
    if (oddly_spelt(made) != odd)
      continue;
    std::string &payload = payloads.emplace_back(made.payload);
    std::ranges::replace_if(
        payload, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    size += payload.size();
  }
  return payloads;
}

/// Payloads that each break at least one rule as an error, and are JSON all the same.
inline std::vector<std::string> bad_payloads(std::size_t bytes) {
  Generator faults(3, {.kind = "fault"}), several(4, {.kind = "multi-fault"});
  std::vector<std::string> payloads;
  for (std::size_t index = 0, size = 0; size < bytes; ++index) {
    Generator &generator = index % 2 == 0 ? faults : several;
    const Case &made = generator.make(index);
    if (made.payload.find('\n') != std::string::npos || generator.label(made).expected != Expected::reject ||
        std::ranges::count(generator.label(made).rules, std::string_view("invalid-json")) > 0)
      continue;
    payloads.push_back(made.payload);
    size += made.payload.size();
  }
  return payloads;
}

} // namespace stslint::bench
