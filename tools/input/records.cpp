#include "records.hpp"

#include <algorithm>

namespace stslint {

Record for_each_record(std::string_view bytes, bool lines, const std::function<bool(const Record &)> &use,
                       Record from) {
  if (!lines) {
    use({bytes});
    return {{}, bytes.size()};
  }
  std::size_t line = from.line;
  for (std::size_t at = 0; at < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view text = bytes.substr(at, end - at);
    const bool blank = text.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank && !use({text, from.offset + at, line}))
      break;
    at = end + 1;
  }
  return {{}, from.offset + bytes.size(), line};
}

} // namespace stslint
