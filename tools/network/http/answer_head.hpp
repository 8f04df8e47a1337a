#pragma once

#include <cstddef>
#include <string>
#include <string_view>

using CURL = void;

namespace stslint {

/// Reads along the head of an answer, those of 100 Continue and the trailers included, and ends a transfer whose head
/// has no end or gives no clear length: libcurl would take one of the lengths, or all the memory.
class AnswerHead {
public:
  /// For the next transfer of the handle, which must end before this object does.
  void watch(CURL *handle);
  /// What is wrong, as in "the answer has …"; empty if nothing is. `code` is the CURLcode of the transfer.
  std::string why(int code) const;

private:
  static std::size_t read(const char *line, std::size_t size, std::size_t count, void *self);
  void read(std::string_view line);
  void read_length(std::string_view text);

  std::size_t bytes_ = 0;
  std::string length_, mistake_;
  bool whole_ = false; ///< the last head came to its end
};

} // namespace stslint
