// What a call from C costs beside a call from C++: prints the microseconds a payload of about 1 kB, the best of many
// rounds that take turns, and the time of the first call. The argument is libstslint.so.0.
#include "stslint/generate.hpp"
#include "stslint/lint.hpp"
#include "stslint/stslint.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <dlfcn.h>
#include <string>
#include <vector>

namespace {

constexpr int rounds = 200;

/// Of the processor, which other programs do not share.
double microseconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC;
}

/// Payloads of about 1 kB, good or broken.
std::vector<std::string> payloads(stslint::Linter &linter, bool good) {
  stslint::Generator generator(1);
  std::vector<std::string> made;
  for (std::uint64_t index = 0; index < 5000; ++index) {
    const stslint::Case &each = generator.make(index);
    if (each.payload.size() > 700 && each.payload.size() < 1300 && linter.lint(each.payload).empty() == good)
      made.push_back(each.payload);
  }
  return made;
}

/// The time a payload of `lint`, which answers the number of findings, all of which are counted.
double time_of(const std::vector<std::string> &texts, std::size_t &found, auto &&lint) {
  const std::clock_t start = std::clock();
  for (const std::string &text : texts)
    found += lint(text);
  return microseconds_since(start) / static_cast<double>(texts.size());
}

template <typename Function> Function *find(void *library, const char *name) {
  return reinterpret_cast<Function *>(dlsym(library, name));
}

} // namespace

int main(int argc, char **argv) {
  const std::clock_t start = std::clock();
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
    const std::vector<std::string> texts = payloads(own, good);
    double of_cpp = 1e9, of_c = 1e9;
    std::size_t found_by_cpp = 0, found_by_c = 0;
    for (int round = 0; round < rounds; ++round) {
      of_cpp = std::min(of_cpp,
                        time_of(texts, found_by_cpp, [&](const std::string &text) { return own.lint(text).size(); }));
      of_c = std::min(of_c, time_of(texts, found_by_c, [&](const std::string &text) {
                        lint(linter, text.data(), text.size(), nullptr, &count);
                        return count;
                      }));
    }
    if (found_by_cpp != found_by_c)
      return std::fprintf(stderr, "C and C++ find different mistakes\n"), 1;
    std::printf("%zu %s ones: C++ %.2f us, C %.2f us, ratio %.3f, %.0f calls a second from C\n", texts.size(),
                good ? "good" : "broken", of_cpp, of_c, of_c / of_cpp, 1e6 / of_c);
  }
}
