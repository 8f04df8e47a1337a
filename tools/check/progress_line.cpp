#include "progress_line.hpp"

#include <cmath>
#include <ostream>
#include <string>
#include <utility>

namespace stslint {
namespace {

constexpr std::chrono::seconds silence(2);
constexpr std::chrono::milliseconds between(250);
constexpr std::string_view clear_line = "\r\x1b[K";

/// Rounded up: `40 s`, `3 min`, `2 h`.
std::string duration_text(double seconds) {
  for (const auto &[unit, longest] : {std::pair(" s", 90.0), {" min", 90.0}}) {
    if (seconds < longest)
      return std::to_string(static_cast<std::uint64_t>(std::ceil(seconds))) + unit;
    seconds /= 60;
  }
  return std::to_string(static_cast<std::uint64_t>(std::ceil(seconds))) + " h";
}

} // namespace

ProgressLine::ProgressLine(std::ostream &err, bool terminal, std::uint64_t total, std::string_view noun, Clock clock)
    : err_(err), terminal_(terminal), total_(total), noun_(noun), clock_(clock), start_(clock()),
      next_(start_ + silence) {}

ProgressLine::~ProgressLine() { wipe(); }

void ProgressLine::wipe() {
  if (shown_)
    err_ << clear_line << std::flush;
  shown_ = false;
}

void ProgressLine::reached(std::uint64_t done) {
  const auto now = clock_();
  if (!terminal_ || now < next_)
    return;
  next_ = now + between;
  shown_ = true;
  err_ << clear_line << done;
  if (total_ > 0)
    err_ << " of " << total_;
  err_ << ' ' << noun_;
  if (total_ > 0)
    err_ << " (" << done * 100 / total_ << " %)";
  if (done > 0 && done < total_) {
    const double left = static_cast<double>(total_ - done) / static_cast<double>(done);
    err_ << ", " << duration_text(std::chrono::duration<double>(now - start_).count() * left) << " left";
  }
  err_ << std::flush;
}

} // namespace stslint
