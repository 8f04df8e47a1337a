#include "catalogue.hpp"

#include <algorithm>

#include <map>

namespace stslint::prober {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

Probe probe(const Case &made) {
  Probe probe;
  probe.row = made.kind == "fault" ? made.operation : made.kind;
  probe.what = std::string(made.kind);
  if (!made.operation.empty())
    probe.what += ' ' + std::string(made.operation);
  probe.payload = made.payload;
  probe.heavy = made.kind == "size";
  // A receiver may have its own limits, and may remember earlier streams.
  probe.either = is_one_of(made.kind, {"implementation-defined", "size", "sequence"});
  return probe;
}

/// The number of payloads of a kind: several for a rule, because several places can break it.
std::size_t enough(std::string_view kind) {
  return is_one_of(kind, {"fault", "valid-minimal", "valid-maximal"}) ? 5 : 1;
}

/// Each message of a sequence, alone.
void add_probe(std::vector<Probe> &all, const Case &made) {
  Probe whole = probe(made);
  if (made.kind != "sequence")
    return all.push_back(std::move(whole));
  for (std::size_t at = 0; at < made.payload.size();) {
    const std::size_t end = std::min(made.payload.find('\n', at), made.payload.size());
    all.push_back(whole);
    all.back().payload = made.payload.substr(at, end - at);
    at = end + 1;
  }
}

} // namespace

std::vector<Probe> catalogue(Generator &generator) {
  // Measured: the last of all operations comes at 4,018.
  static constexpr std::uint64_t tries = 6000;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> taken;
  std::vector<Probe> all;
  for (std::uint64_t i = 0; i < tries; ++i)
    if (const Case &made = generator.make(i); taken[{made.kind, made.operation}]++ < enough(made.kind))
      add_probe(all, made);
  return all;
}

Probe probe_of(Generator &generator, std::vector<std::uint8_t> decisions) {
  Decisions source((std::span<const std::uint8_t>(decisions)));
  std::vector<Probe> made;
  add_probe(made, generator.make(source));
  Probe last = made.empty() ? Probe{} : std::move(made.back());
  last.decisions = std::move(decisions);
  return last;
}

} // namespace stslint::prober
