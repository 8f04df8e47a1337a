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

/// The records of a file in order: all of it, or, with `lines`, each line that is not blank, without its line break.
/// Stops once `use` answers false. `from` is where in the file the bytes start; answers where they end.
Record for_each_record(std::string_view bytes, bool lines, const std::function<bool(const Record &)> &use,
                       Record from = {});

} // namespace stslint
