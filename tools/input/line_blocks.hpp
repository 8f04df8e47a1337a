#pragma once

#include "source.hpp"

namespace stslint {

/// Whole lines that were read together, in memory that the next block reuses.
struct LineBlock {
  std::string memory;
  std::size_t size = 0;

  /// The usual size of a block; a longer line makes it larger.
  static constexpr std::size_t usual = std::size_t{1} << 18;

  std::string_view lines() const { return std::string_view(memory).substr(0, size); }
};

/// An input of lines, of any size, in blocks.
class LineBlocks {
public:
  LineBlocks(const Input &input, Console &console);
  /// Of an open descriptor, which is then closed. A block ends where the input makes the reader wait.
  explicit LineBlocks(int descriptor);

  /// Reads the next block; false at the end, and at a read error. A partial line before an error is dropped.
  bool next(LineBlock &block);
  /// Clean, or an exit code, with one line in `why`.
  ExitCode finish(std::string &why) const;
  /// The number of bytes read, as on disk.
  std::size_t read() const { return source_.read(); }

private:
  OpenFiles files_;
  Source source_;
  const std::size_t longest_; ///< a longer line ends the input
  const bool compressed_;
  std::string rest_; ///< the beginning of a line
  bool over_ = false;
  const char *limit_ = nullptr; ///< the limit that ended the stream
};

} // namespace stslint
