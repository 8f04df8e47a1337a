#pragma once

#include <cstddef>

/// What stslint_allocations_test counts: all that its process allocates.
namespace stslint::test {

extern std::size_t allocations, allocated_bytes;

} // namespace stslint::test
