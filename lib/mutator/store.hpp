#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace stslint::mutator {

/// A growing list of plain values. Without memory it stays unchanged and reports it, instead of throwing.
template <typename T> class Store {
  static_assert(std::is_trivially_copyable_v<T>);

public:
  Store() = default;
  ~Store() { std::free(first_); }
  Store(const Store &) = delete;
  Store &operator=(const Store &) = delete;

  bool add(const T *more, std::size_t count) {
    if (size_ + count > capacity_ && !grow(size_ + count))
      return failed_ = true, false;
    if (count > 0)
      std::memcpy(first_ + size_, more, count * sizeof(T));
    size_ += count;
    return true;
  }
  bool add(const T &one) { return add(&one, 1); }

  bool failed() const { return failed_; }
  std::size_t size() const { return size_; }
  T &operator[](std::size_t at) { return first_[at]; }
  const T &operator[](std::size_t at) const { return first_[at]; }
  const T *data() const { return first_; }
  void clear() { size_ = 0; }

private:
  bool grow(std::size_t wanted) {
    const std::size_t capacity = wanted + wanted / 2 + 64;
    void *const larger = std::realloc(static_cast<void *>(first_), capacity * sizeof(T));
    if (larger == nullptr)
      return false;
    first_ = static_cast<T *>(larger);
    capacity_ = capacity;
    return true;
  }

  T *first_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;
  bool failed_ = false;
};

/// A text under construction.
class Draft : public Store<char> {
public:
  using Store::add;
  Draft &operator<<(std::string_view text) {
    add(text.data(), text.size());
    return *this;
  }
  Draft &operator<<(char c) {
    add(c);
    return *this;
  }
  std::string_view view() const { return {data(), size()}; }
};

/// A text in the caller's memory, which has room for `max` bytes.
struct Buffer {
  char *data;
  std::size_t size, max;

  /// Replaces `length` bytes by `with`, which is not part of this text; false if there is no room or nothing
  /// changes.
  bool replace(std::size_t at, std::size_t length, std::string_view with) {
    if (with.size() > max - (size - length) || std::string_view(data + at, length) == with)
      return false;
    std::memmove(data + at + with.size(), data + at + length, size - at - length);
    if (!with.empty())
      std::memcpy(data + at, with.data(), with.size());
    size = size - length + with.size();
    return true;
  }
  std::string_view view() const { return {data, size}; }
};

} // namespace stslint::mutator
