#include "stslint/memory.hpp"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace stslint {
namespace {

constexpr std::size_t large_page = std::size_t{1} << 21;
/// So many bytes that a large page of which only a part is used does not matter.
constexpr std::size_t much = 4 * large_page;

} // namespace

void *take_memory(std::size_t bytes) {
  if (bytes < much)
    return ::operator new(bytes);
  void *const memory = ::operator new(bytes, std::align_val_t(large_page));
#ifdef MADV_HUGEPAGE
  ::madvise(memory, bytes, MADV_HUGEPAGE); // only a hint: without large pages, everything works as well
#endif
  return memory;
}

void give_back_memory(void *memory, std::size_t bytes) noexcept {
  if (bytes < much)
    ::operator delete(memory);
  else
    ::operator delete(memory, std::align_val_t(large_page));
}

} // namespace stslint
