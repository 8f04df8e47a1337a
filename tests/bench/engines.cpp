// What a payload costs within a process: the floors, ours step by step, and other people's parsers and validators, all
// over the same payloads in the same run. The counter `MB/s` is of the payloads' bytes.
#include "payloads.hpp"
#include "peers.hpp"

#include <benchmark/benchmark.h>
#include <rapidjson/document.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>

#include <cstring>
#include <numeric>

using namespace stslint;

namespace {

constexpr std::size_t megabytes = 8;

const std::vector<std::string> &good() {
  static const std::vector<std::string> payloads = bench::good_payloads(megabytes << 20);
  return payloads;
}

const std::vector<std::string> &odd() {
  static const std::vector<std::string> payloads = bench::good_payloads(megabytes << 18, true);
  return payloads;
}

const std::vector<std::string> &bad() {
  static const std::vector<std::string> payloads = bench::bad_payloads(megabytes << 18);
  return payloads;
}

/// Those with the room after them that simdjson wants.
std::vector<std::string> padded(std::vector<std::string> payloads) {
  for (std::string &payload : payloads)
    payload.reserve(payload.size() + simdjson::SIMDJSON_PADDING);
  return payloads;
}

/// Calls `use` for each payload, again and again.
template <typename Use> void each(benchmark::State &state, const std::vector<std::string> &payloads, Use use) {
  for (auto _ : state)
    for (const std::string &payload : payloads)
      use(payload);
  const std::size_t bytes =
      std::accumulate(payloads.begin(), payloads.end(), std::size_t{0},
                      [](std::size_t sum, const std::string &payload) { return sum + payload.size(); });
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(payloads.size()) * state.iterations());
}

void copied(benchmark::State &state) {
  std::string to(1 << 20, '\0');
  each(state, good(), [&](const std::string &payload) {
    std::memcpy(to.data(), payload.data(), std::min(payload.size(), to.size()));
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  });
}
BENCHMARK(copied);

void stslint_parse(benchmark::State &state) {
  Document document;
  each(state, good(), [&](const std::string &payload) {
    document.parse(payload);
    benchmark::DoNotOptimize(document.nodes().data());
  });
}
BENCHMARK(stslint_parse);

void stslint_lint(benchmark::State &state) {
  Linter linter({.now = 1607432950});
  std::size_t findings = 0;
  each(state, good(), [&](const std::string &payload) { findings += linter.lint(payload, "payload").size(); });
  if (findings > 0)
    state.SkipWithError("a good payload is none");
}
BENCHMARK(stslint_lint);

/// The same of payloads that no serializer would write so.
void stslint_lint_odd(benchmark::State &state) {
  Linter linter({.now = 1607432950});
  each(state, odd(),
       [&](const std::string &payload) { benchmark::DoNotOptimize(linter.lint(payload, "payload").data()); });
}
BENCHMARK(stslint_lint_odd);

void stslint_lint_bad(benchmark::State &state) {
  Linter linter({.now = 1607432950});
  each(state, bad(), [&](const std::string &payload) { benchmark::DoNotOptimize(linter.lint(payload).data()); });
}
BENCHMARK(stslint_lint_bad);

void stslint_explain_bad(benchmark::State &state) {
  Linter linter({.now = 1607432950});
  each(state, bad(), [&](const std::string &payload) {
    for (const Finding &finding : linter.lint(payload))
      benchmark::DoNotOptimize(linter.describe(finding).words.message.data());
  });
}
BENCHMARK(stslint_explain_bad);

void walk_by_simdjson(benchmark::State &state, const std::vector<std::string> &payloads) {
  bench::SimdjsonWalk walk;
  std::size_t sum = 0;
  each(state, padded(payloads), [&](const std::string &payload) { sum += walk(payload); });
  benchmark::DoNotOptimize(sum);
}

void simdjson_walk(benchmark::State &state) { walk_by_simdjson(state, good()); }
BENCHMARK(simdjson_walk);

void simdjson_walk_odd(benchmark::State &state) { walk_by_simdjson(state, odd()); }
BENCHMARK(simdjson_walk_odd);

void nlohmann_parse(benchmark::State &state) {
  each(state, good(),
       [&](const std::string &payload) { benchmark::DoNotOptimize(nlohmann::json::parse(payload).size()); });
}
BENCHMARK(nlohmann_parse);

void valijson_validate(benchmark::State &state, const std::vector<std::string> &payloads) {
  bench::ValijsonVerdict verdict;
  each(state, payloads, [&](const std::string &payload) { benchmark::DoNotOptimize(verdict(payload)); });
}
void nlohmann_and_valijson(benchmark::State &state) { valijson_validate(state, good()); }
BENCHMARK(nlohmann_and_valijson);
void nlohmann_and_valijson_bad(benchmark::State &state) { valijson_validate(state, bad()); }
BENCHMARK(nlohmann_and_valijson_bad);

void rapidjson_validate(benchmark::State &state) {
  rapidjson::Document text;
  const std::string schema_text = standard_contract().schema();
  text.Parse(schema_text.c_str());
  const rapidjson::SchemaDocument schema(text);
  rapidjson::SchemaValidator validator(schema);
  each(state, good(), [&](const std::string &payload) {
    validator.Reset();
    rapidjson::Reader reader;
    rapidjson::StringStream stream(payload.c_str());
    benchmark::DoNotOptimize(reader.Parse<rapidjson::kParseValidateEncodingFlag>(stream, validator).IsError());
  });
}
BENCHMARK(rapidjson_validate);

} // namespace

BENCHMARK_MAIN();
