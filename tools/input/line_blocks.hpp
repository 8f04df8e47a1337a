#pragma once

#include "source.hpp"

namespace stslint {

/// Whole lines that were read at once, in memory that is used again for the next.
struct LineBlock {
  std::string memory;
  std::size_t size = 0;

  /// The usual size of one; a longer line makes it larger.
  static constexpr std::size_t usual = std::size_t{1} << 18;

  std::string_view lines() const { return std::string_view(memory).substr(0, size); }
};

/// An input of lines, as large as it may be, in blocks.
class LineBlocks {
public:
  LineBlocks(const Input &input, Console &console);

  /// Reads the next block; false at the end, and where the input breaks off. What it breaks off in is no line.
  bool next(LineBlock &block);
  /// Clean, or in `why` one line and the exit code it comes to.
  ExitCode finish(std::string &why) const;
  /// How many bytes were read, as they are on disk.
  std::size_t read() const { return source_.read(); }

private:
  OpenFiles files_;
  Source source_;
  const std::size_t longest_; ///< a line that is longer ends it
  const bool compressed_;
  std::string rest_; ///< the beginning of a line
  bool over_ = false, too_long_ = false;
};

} // namespace stslint
