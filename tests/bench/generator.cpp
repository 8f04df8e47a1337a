// How many payloads a thread makes in a second: the mix that `stslint generate` makes, each class by itself, with the
// linter's label, and the mutator's changes.
#include "stslint/generate.hpp"
#include "stslint/mutator.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstring>

using namespace stslint;

namespace {

void run(benchmark::State &state, Generator &generator, bool labelled) {
  std::uint64_t index = 0;
  std::size_t bytes = 0;
  for (; index < 1000; ++index) // what is made once for all payloads
    generator.make(index);
  const std::uint64_t first = index;
  for (auto _ : state) {
    const Case &made = generator.make(index++);
    bytes += made.payload.size();
    if (labelled)
      benchmark::DoNotOptimize(generator.label(made));
    benchmark::DoNotOptimize(made.payload.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(index - first));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void make(benchmark::State &state) {
  Generator generator(42);
  run(state, generator, false);
}
BENCHMARK(make);

void make_with_label(benchmark::State &state) {
  Generator generator(42);
  run(state, generator, true);
}
BENCHMARK(make_with_label);

void make_class(benchmark::State &state) {
  const CaseClass &kind = case_classes()[static_cast<std::size_t>(state.range(0))];
  state.SetLabel(std::string(kind.name));
  Generator generator(42, {.kind = kind.name});
  run(state, generator, false);
}
BENCHMARK(make_class)->DenseRange(0, static_cast<std::int64_t>(case_classes().size()) - 1);

void mutate(benchmark::State &state) {
  Generator generator(42, {.kind = "valid-maximal"});
  const std::string text = generator.make(0).payload;
  std::array<std::uint8_t, 8192> room{};
  unsigned seed = 0;
  for (auto _ : state) {
    std::memcpy(room.data(), text.data(), text.size());
    benchmark::DoNotOptimize(stslint_mutate(room.data(), text.size(), room.size(), seed++, nullptr));
  }
  state.SetItemsProcessed(seed);
}
BENCHMARK(mutate);

} // namespace

BENCHMARK_MAIN();
