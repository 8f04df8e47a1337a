#include "catalogue.hpp"

#include <algorithm>

#include <map>
#include <tuple>

namespace stslint::prober {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

Probe probe(const Case &made) {
  Probe probe;
  probe.row = made.kind == "fault" ? made.operator_id : made.kind;
  probe.what = std::string(made.kind);
  if (!made.operator_id.empty())
    probe.what += ' ' + std::string(made.operator_id);
  probe.payload = made.payload;
  probe.heavy = made.kind == "size";
  // A receiver may have its own limits, and may remember earlier streams.
  probe.either = is_one_of(made.kind, {"implementation-defined", "size", "sequence"});
  return probe;
}

/// The number of payloads of a kind that break the same.
std::size_t enough(std::string_view kind) {
  return is_one_of(kind, {"valid-minimal", "valid-maximal"}) ? 5
         : is_one_of(kind, {"text", "structure"})            ? 4
         : kind == "boundary"                                ? 8
         : kind == "fault"                                   ? 2
                                                             : 1;
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

/// Bodies around the limits that servers have, of one long text or with blanks after them.
void add_bodies(std::vector<Probe> &all, const std::string &good) {
  static constexpr std::size_t kib = 1024, mib = 1024 * kib;
  static constexpr std::size_t sizes[] = {64 * kib - 1, 64 * kib, 64 * kib + 1, mib - 1, mib, mib + 1};
  const std::string start = good.substr(0, good.size() - 1) + R"(, "": ")", end = "\"}";
  for (const std::size_t size : sizes) {
    const std::string what = "size body-" + std::to_string(size);
    const Probe body{.row = "size", .what = what, .either = true, .heavy = true};
    all.push_back(body);
    all.back().payload = good + std::string(size - good.size(), ' ');
    all.push_back(body);
    all.back().payload = start + std::string(size - start.size() - end.size(), 'a') + end;
  }
  all.push_back({.row = "size", .what = "size body-8388609", .payload = good, .either = true, .heavy = true});
  all.back().payload.resize(8 * mib + 1, ' ');
}

} // namespace

std::vector<Probe> catalogue(Generator &generator, Oracle &oracle) {
  // Measured: the last of all operators comes at 4,018.
  static constexpr std::uint64_t tries = 6000;
  std::map<std::tuple<std::string_view, std::string_view, std::set<Cause>>, std::size_t> taken;
  std::vector<Probe> all;
  const auto add = [&](const Case &made) {
    const bool has_places = is_one_of(made.kind, {"fault", "boundary", "time"});
    const auto causes = has_places ? oracle.expectation(made.payload).causes : std::set<Cause>();
    if (taken[{made.kind, made.operator_id, causes}]++ < enough(made.kind))
      add_probe(all, made);
  };
  for (std::uint64_t i = 0; i < tries; ++i)
    if (const Case &made = generator.make(i); made.kind != "fault")
      add(made);
  generator.each_fault(add);
  add_bodies(all, std::ranges::find(all, "valid-minimal", &Probe::row)->payload);
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
