#pragma once

#include "stslint/memory.hpp"

#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

namespace stslint {

/// A buffer for input bytes. Unlike a string, it does not initialize memory before the input overwrites it.
class Buffer {
public:
  Buffer() = default;
  ~Buffer() { give_back_memory(data_, capacity_); }
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;

  std::string_view view() const { return {data_, size_}; }

  /// The free memory after the content.
  char *room() { return data_ + size_; }
  std::size_t room_left() const { return capacity_ - size_; }
  /// Adds `count` written bytes to the content.
  void add(std::size_t bytes) { size_ += bytes; }
  void clear() { size_ = 0; }

  /// Makes the free memory at least this large.
  void make_room(std::size_t bytes) {
    if (bytes <= room_left())
      return;
    if (size_ == 0) // not both at once
      give_back_memory(std::exchange(data_, nullptr), std::exchange(capacity_, 0));
    char *const memory = static_cast<char *>(take_memory(size_ + bytes));
    if (size_ > 0)
      std::memcpy(memory, data_, size_);
    give_back_memory(data_, capacity_);
    data_ = memory;
    capacity_ = size_ + bytes;
  }

private:
  char *data_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;
};

} // namespace stslint
