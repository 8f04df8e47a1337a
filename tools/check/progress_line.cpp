#include "progress_line.hpp"

#include <ostream>

namespace stslint {
namespace {

constexpr std::chrono::seconds silence(2);
constexpr std::chrono::milliseconds between(250);
constexpr std::string_view clear_line = "\r\x1b[K";

} // namespace

ProgressLine::ProgressLine(std::ostream &err, bool terminal, std::uint64_t total, std::string_view noun, Clock clock)
    : err_(err), terminal_(terminal), total_(total), noun_(noun), clock_(clock), next_(clock() + silence) {}

ProgressLine::~ProgressLine() { wipe(); }

void ProgressLine::wipe() {
  if (shown_)
    err_ << clear_line << std::flush;
  shown_ = false;
}

void ProgressLine::reached(std::uint64_t done) {
  if (!terminal_ || clock_() < next_)
    return;
  next_ = clock_() + between;
  shown_ = true;
  err_ << clear_line << done;
  if (total_ > 0)
    err_ << " of " << total_;
  err_ << ' ' << noun_;
  if (total_ > 0)
    err_ << " (" << done * 100 / total_ << " %)";
  err_ << std::flush;
}

} // namespace stslint
