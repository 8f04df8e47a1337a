// What a call from C costs beside a call from C++: prints the microseconds a payload of about 1 kB, the best of many
// rounds that take turns, and the time of the first call. The argument is libstslint.so.0.
#include "stslint/generate.hpp"
#include "stslint/lint.hpp"
#include "stslint/stslint.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <dlfcn.h>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr int rounds = 200;

double microseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

/// Payloads of about 1 kB, good or broken.
std::vector<std::string> payloads(bool good) {
  stslint::Generator generator(1, {.kind = good ? "valid-maximal" : "fault"});
  std::vector<std::string> made;
  for (std::uint64_t index = 0; made.size() < 200; ++index) {
    const stslint::Case &each = generator.make(index);
    if (each.payload.size() > 900 && each.payload.size() < 1100)
      made.push_back(each.payload);
  }
  return made;
}

/// The best time a payload of `lint`, which answers the number of findings.
double best(const std::vector<std::string> &texts, auto &&lint) {
  const Clock::time_point start = Clock::now();
  std::size_t found = 0;
  for (const std::string &text : texts)
    found += lint(text);
  const double time = microseconds_since(start) / static_cast<double>(texts.size());
  return found == SIZE_MAX ? 0 : time;
}

template <typename Function> Function *find(void *library, const char *name) {
  return reinterpret_cast<Function *>(dlsym(library, name));
}

} // namespace

int main(int argc, char **argv) {
  const Clock::time_point start = Clock::now();
  void *const library = argc > 1 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : nullptr;
  if (library == nullptr)
    return std::fprintf(stderr, "usage: bench_bindings libstslint.so.0\n"), 2;
  const auto linter_new = find<decltype(stslint_linter_new)>(library, "stslint_linter_new");
  const auto lint = find<decltype(stslint_lint)>(library, "stslint_lint");
  stslint_linter *linter = nullptr;
  std::size_t count = 0;
  linter_new(nullptr, &linter);
  lint(linter, "{}", 2, nullptr, &count);
  std::printf("load the library, make a linter, lint {}: %.0f us\n", microseconds_since(start));

  stslint::Linter own;
  for (const bool good : {true, false}) {
    const std::vector<std::string> texts = payloads(good);
    double of_cpp = 1e9, of_c = 1e9;
    for (int round = 0; round < rounds; ++round) {
      of_cpp = std::min(of_cpp, best(texts, [&](const std::string &text) { return own.lint(text).size(); }));
      of_c = std::min(of_c, best(texts, [&](const std::string &text) {
                        lint(linter, text.data(), text.size(), nullptr, &count);
                        return count;
                      }));
    }
    std::printf("%s: C++ %.2f us, C %.2f us, ratio %.3f, %.0f calls a second from C\n", good ? "good" : "broken",
                of_cpp, of_c, of_c / of_cpp, 1e6 / of_c);
  }
}
