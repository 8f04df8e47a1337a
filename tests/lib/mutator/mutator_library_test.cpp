// The mutator as it lies in other people's programs: its names, what it needs, and AFL++'s way to it.
#include "stslint/mutator.h"

#include "support/symbols.hpp"

#include <gtest/gtest.h>

#include <dlfcn.h>
#include <set>
#include <string>

namespace stslint {
namespace {

using test::names;
using test::output_of;

TEST(MutatorLibrary, DefinesItsOwnNamesAlone) {
  EXPECT_EQ(names("--defined-only --extern-only", STSLINT_MUTATOR),
            (std::set<std::string>{"stslint_crossover", "stslint_mutate"}));
  EXPECT_EQ(names("--dynamic --defined-only", STSLINT_AFL),
            (std::set<std::string>{"afl_custom_deinit", "afl_custom_fuzz", "afl_custom_init"}));
}

/// No library of C++, whichever the host has; no callback of a sanitizer or a profile, whatever this build has.
TEST(MutatorLibrary, NeedsTheCLibraryAlone) {
  const std::set<std::string> allowed = {
      "_GLOBAL_OFFSET_TABLE_", "bcmp", "free", "memchr", "memcmp", "memcpy", "memmove", "memset", "realloc"};
  for (const std::string &name : names("--undefined-only", STSLINT_MUTATOR))
    EXPECT_TRUE(allowed.contains(name)) << name;
  EXPECT_EQ(output_of("readelf -d '" STSLINT_AFL "' | grep NEEDED | grep -v 'libc\\.so' | wc -l"), "0\n");
}

/// Its object has no section that can be written to, but for constants that a loader relocates.
TEST(MutatorLibrary, KeepsNothingBetweenCalls) {
  EXPECT_EQ(output_of("size -A '" STSLINT_MUTATOR "' | awk '/^\\.t?(data|bss)/ && !/^\\.data\\.rel\\.ro/ && $2 > 0'"),
            "");
}

TEST(MutatorLibrary, IsLoadedByAfl) {
  void *const library = dlopen(STSLINT_AFL, RTLD_NOW | RTLD_LOCAL);
  ASSERT_NE(library, nullptr) << dlerror();
  const auto init = reinterpret_cast<void *(*)(void *, unsigned)>(dlsym(library, "afl_custom_init"));
  const auto fuzz =
      reinterpret_cast<std::size_t (*)(void *, std::uint8_t *, std::size_t, std::uint8_t **, std::uint8_t *,
                                       std::size_t, std::size_t)>(dlsym(library, "afl_custom_fuzz"));
  const auto deinit = reinterpret_cast<void (*)(void *)>(dlsym(library, "afl_custom_deinit"));
  const std::string text = R"({"internalHostname": "a", "events": {"app.a": []}})";
  const auto run = [&] {
    std::set<std::string> made;
    std::string bytes = text, other = R"({"metrics": [["a", 1, 2]], "events": {"app.b": [1]}})";
    void *const state = init(nullptr, 42);
    for (int i = 0; i < 200; ++i) {
      std::uint8_t *out = nullptr;
      const std::size_t size = fuzz(state, reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size(), &out,
                                    reinterpret_cast<std::uint8_t *>(other.data()), other.size(), 4096);
      EXPECT_LE(size, 4096u);
      made.emplace(reinterpret_cast<const char *>(out), size);
    }
    EXPECT_EQ(bytes, text) << "the input is AFL's";
    deinit(state);
    return made;
  };
  const std::set<std::string> made = run();
  EXPECT_GT(made.size(), 150u);
  EXPECT_EQ(run(), made);
  dlclose(library);
}

} // namespace
} // namespace stslint
