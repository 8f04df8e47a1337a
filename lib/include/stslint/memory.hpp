#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace stslint {

/// Allocates memory, in large pages if it is much and the system has them: with small pages, the page faults for a text
/// of many megabytes cost as much as its parsing. Throws std::bad_alloc.
void *take_memory(std::size_t bytes);
/// Frees memory of take_memory(); `bytes` must be the same.
void give_back_memory(void *memory, std::size_t bytes) noexcept;

/// Does not initialize the elements of a vector: reserved room costs nothing until it is used.
template <typename T> struct LazyAllocator : std::allocator<T> {
  template <typename Other> struct rebind { using other = LazyAllocator<Other>; };
  T *allocate(std::size_t count) {
    if (count > static_cast<std::size_t>(-1) / sizeof(T))
      throw std::bad_array_new_length();
    return static_cast<T *>(take_memory(count * sizeof(T)));
  }
  void deallocate(T *memory, std::size_t count) noexcept { give_back_memory(memory, count * sizeof(T)); }
  template <typename Other, typename... Arguments> void construct(Other *at, Arguments &&...arguments) {
    if constexpr (sizeof...(Arguments) == 0)
      ::new (static_cast<void *>(at)) Other;
    else
      ::new (static_cast<void *>(at)) Other(std::forward<Arguments>(arguments)...);
  }
};

} // namespace stslint
