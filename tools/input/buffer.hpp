#pragma once

#include "stslint/memory.hpp"

#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

namespace stslint {

/// Bytes that come from outside. Unlike a string it does not fill first what is to be written over.
class Buffer {
public:
  Buffer() = default;
  ~Buffer() { give_back_memory(data_, capacity_); }
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;

  std::string_view view() const { return {data_, size_}; }

  /// The room behind what it holds.
  char *room() { return data_ + size_; }
  std::size_t room_left() const { return capacity_ - size_; }
  /// So many bytes of the room have been written.
  void add(std::size_t bytes) { size_ += bytes; }
  void clear() { size_ = 0; }

  /// Makes the room at least that large.
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
