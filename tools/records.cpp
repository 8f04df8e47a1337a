#include "records.hpp"

#include <algorithm>

namespace stslint {

void for_each_record(std::string_view bytes, bool lines, const std::function<bool(const Record &)> &use) {
  if (!lines) {
    use({bytes});
    return;
  }
  std::size_t line = 1;
  for (std::size_t at = 0; at < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view text = bytes.substr(at, end - at);
    const bool blank = text.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank && !use({text, at, line}))
      return;
    at = end + 1;
  }
}

} // namespace stslint
