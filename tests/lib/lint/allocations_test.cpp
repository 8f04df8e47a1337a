// A clean payload costs no allocation once a linter is warm. A program of its own, for it counts all of them.
#include "stslint/lint.hpp"

#include "support/allocations.hpp"
#include "support/files.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

namespace stslint::test {
std::size_t allocations = 0, allocated_bytes = 0;
}

// Not inlined, for a compiler that sees through them takes malloc and delete for a mismatch.
[[gnu::noinline]] void *operator new(std::size_t size) {
  ++stslint::test::allocations;
  stslint::test::allocated_bytes += size;
  if (void *memory = std::malloc(size == 0 ? 1 : size))
    return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void *operator new(std::size_t size, const std::nothrow_t &) noexcept {
  ++stslint::test::allocations;
  stslint::test::allocated_bytes += size;
  return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void operator delete(void *memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

namespace stslint {
namespace {

class Allocations : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Allocations, NoneForACleanPayload) {
  const std::string payload = test::read(GetParam());
  Linter linter({.now = 1607432950, .max_age = 1e9});
  std::size_t findings = linter.lint(payload).size();
  linter.lint("{}");
  const std::size_t before = test::allocations;
  findings = linter.lint(payload).size();
  EXPECT_EQ(test::allocations - before, 0u) << findings << " findings";
}

INSTANTIATE_TEST_SUITE_P(Examples, Allocations, testing::ValuesIn(test::files(test::root / "schema" / "examples")),
                         [](const auto &file) { return test::test_name(file.param); });

} // namespace
} // namespace stslint
