#pragma once

#include "stslint/error.hpp"
#include "stslint/stslint.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>

/// What every function of the C interface does: it lets no exception out, and checks what it is given.
namespace stslint::boundary {

/// Why the last call on this thread failed. It takes no memory, of which there may be none.
inline std::array<char, 1024> &failure() {
  static thread_local std::array<char, 1024> text{};
  return text;
}

inline int failed(int code, std::string_view why) noexcept {
  std::array<char, 1024> &text = failure();
  std::size_t size = std::min(why.size(), text.size() - 1);
  while (size < why.size() && size > 0 && (static_cast<unsigned char>(why[size]) & 0xc0) == 0x80)
    --size; // not within a character
  std::memcpy(text.data(), why.data(), size);
  text[size] = '\0';
  return code;
}

/// Does the work of a call, and answers its code.
int guarded(auto &&work) noexcept {
  try {
    work();
    return STSLINT_OK;
  } catch (const Error &error) {
    return failed(STSLINT_WRONG_USE, error.what());
  } catch (const std::bad_alloc &) {
    return failed(STSLINT_NO_MEMORY, "there is not enough memory");
  } catch (const std::exception &error) {
    return failed(STSLINT_INTERNAL, error.what());
  } catch (...) {
    return failed(STSLINT_INTERNAL, "unknown error");
  }
}

/// What a pointer points to, which may not be NULL.
template <typename Type> Type &given(Type *pointer, const char *name) {
  if (pointer == nullptr)
    throw Error(std::string(name) + " is NULL");
  return *pointer;
}

inline std::string_view bytes_at(const char *bytes, std::size_t size, const char *name) {
  return size == 0 ? std::string_view() : std::string_view(&given(bytes, name), size);
}

inline std::string_view word(const char *text, std::string_view otherwise) {
  return text == nullptr ? otherwise : std::string_view(text);
}

inline stslint_text text(const std::string &kept) { return {kept.c_str(), kept.size()}; }

/// The options of a caller, whose header may be older or newer than the library.
template <typename Options> Options options_of(const Options *from) {
  Options options{};
  if (from == nullptr)
    return options;
  std::size_t size = 0;
  std::memcpy(&size, from, sizeof size);
  if (size < sizeof size)
    throw Error("the size of the options is not set; write {sizeof options}");
  const char *const bytes = reinterpret_cast<const char *>(from);
  if (size > sizeof options &&
      std::any_of(bytes + sizeof options, bytes + size, [](char byte) { return byte != '\0'; }))
    throw Error("an option is set that this version of stslint does not have; install a newer one");
  std::memcpy(&options, from, std::min(size, sizeof options));
  return options;
}

/// Writes as much of a result as the struct of the caller can hold.
template <typename Result> void give(Result result, Result *to) {
  std::size_t size = 0;
  std::memcpy(&size, to, sizeof size);
  if (size < sizeof size)
    throw Error("the size of the result is not set; write {sizeof result}");
  result.size = size;
  std::memcpy(to, &result, std::min(size, sizeof result));
}

} // namespace stslint::boundary
