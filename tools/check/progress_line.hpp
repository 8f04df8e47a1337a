#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string_view>

namespace stslint {

/// The progress of work, on one line of a terminal that is erased at the end. Work of less than two
/// seconds shows nothing.
class ProgressLine {
public:
  using Clock = std::chrono::steady_clock::time_point (*)();

  /// Silent without a terminal. A `total` of 0 is not known.
  ProgressLine(std::ostream &err, bool terminal, std::uint64_t total, std::string_view noun,
               Clock clock = std::chrono::steady_clock::now);
  ~ProgressLine();
  ProgressLine(const ProgressLine &) = delete;
  ProgressLine &operator=(const ProgressLine &) = delete;

  void reached(std::uint64_t done);
  /// Erases the line for other output; the line returns with the next progress.
  void wipe();

private:
  std::ostream &err_;
  const bool terminal_;
  const std::uint64_t total_;
  const std::string_view noun_;
  const Clock clock_;
  const std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point next_;
  bool shown_ = false;
};

} // namespace stslint
