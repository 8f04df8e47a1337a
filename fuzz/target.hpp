#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// What every fuzz target has: one property, stated in its first line, and a way to say that it does not hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace stslint {

inline std::string_view text_of(const std::uint8_t *data, std::size_t size) {
  return {reinterpret_cast<const char *>(data), size};
}

/// Ends the run, which the fuzzer keeps as a crash.
inline void require(bool holds, const std::string &otherwise) {
  if (holds)
    return;
  std::fprintf(stderr, "property broken: %s\n", otherwise.c_str());
  std::abort();
}

} // namespace stslint
