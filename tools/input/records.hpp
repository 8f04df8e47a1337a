#pragma once

#include <functional>
#include <string_view>

namespace stslint {

/// One payload of a file, and where in the file it starts.
struct Record {
  std::string_view text;
  std::size_t offset = 0;
  std::size_t line = 1;
};

/// The records of a file in order: the whole file, or, with `lines`, each non-blank line, without its line break.
/// Stops when `use` returns false. `from` is the position of the bytes in the file; returns the position of their end.
Record for_each_record(std::string_view bytes, bool lines, const std::function<bool(const Record &)> &use,
                       Record from = {});

} // namespace stslint
