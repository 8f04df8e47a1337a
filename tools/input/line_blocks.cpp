#include "line_blocks.hpp"

#include "reader.hpp"

#include "stslint/document.hpp"

#include <algorithm>
#include <new>

namespace stslint {

LineBlocks::LineBlocks(const Input &input, Console &console)
    : source_(input, console, files_),
      longest_(kind_of(input.name).compressed ? max_decompressed : Document::max_bytes),
      compressed_(kind_of(input.name).compressed) {}

LineBlocks::LineBlocks(int descriptor)
    : source_(descriptor, files_), longest_(Document::max_bytes), compressed_(false) {}

bool LineBlocks::next(LineBlock &block) try {
  std::size_t filled = rest_.size();
  block.memory.resize(std::max(block.memory.size(), filled));
  rest_.copy(block.memory.data(), filled);
  rest_.clear();
  while (!over_) {
    if (block.memory.size() < filled + LineBlock::usual)
      block.memory.resize(std::max(filled + LineBlock::usual, std::min(2 * filled, longest_)));
    const std::size_t got = source_.take(block.memory.data() + filled, block.memory.size() - filled);
    const std::size_t last_end = std::string_view(block.memory).substr(filled, got).rfind('\n');
    filled += got;
    if (last_end != std::string_view::npos) {
      block.size = filled - got + last_end + 1;
      rest_.assign(block.memory, block.size, filled - block.size);
      return true;
    }
    if (filled > longest_)
      limit_ =
          compressed_ ? "a line is more than 1 GiB when decompressed; split it" : "a line is more than 4 GiB; split it";
    over_ = got == 0 || limit_ != nullptr;
  }
  block.size = source_.why().empty() && limit_ == nullptr ? filled : 0;
  return block.size > 0;
} catch (const std::bad_alloc &) {
  limit_ = no_memory;
  over_ = true;
  std::string().swap(block.memory);
  return false;
}

ExitCode LineBlocks::finish(std::string &why) const {
  why = limit_ != nullptr ? limit_ : source_.why();
  return limit_ != nullptr ? internal : why.empty() ? clean : unreadable;
}

} // namespace stslint
