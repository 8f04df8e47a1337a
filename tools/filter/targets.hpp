#pragma once

#include "input/source.hpp"

#include <span>
#include <string>
#include <string_view>

namespace stslint {

/// A part of the output. Its bytes stand elsewhere.
struct Segment {
  bool bad;
  std::string_view text;
};

/// Standard output for good lines, and the target of --bad.
class Targets {
public:
  /// `bad` is the number of an open descriptor, or a file to append to. Throws Error if that cannot be written.
  explicit Targets(const std::string &bad);

  /// Writes all segments, those for one target in their order. Returns "", or in one line why that failed.
  std::string write(std::span<const Segment> segments) const;
  /// Bad lines go to this descriptor.
  bool sets_aside_to(int descriptor) const { return bad_ == descriptor; }
  /// Some file systems report a full disk only now. Returns the same as write().
  std::string close();

private:
  std::string write(std::span<const Segment> segments, int to, bool good, bool bad) const;

  std::string name_;
  Descriptor file_; ///< if `bad` is a file
  int bad_;
  bool one_; ///< both are the same pipe, file or terminal
};

} // namespace stslint
