#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace toy {

/// A receiver as small as one can be: keeps the events of a payload by their category, and counts the rest.
class Receiver {
public:
  /// False if the body is refused: it is not JSON, or no payload.
  bool post(std::string_view body);

  const std::map<std::string, std::size_t> &events() const { return events_; }

private:
  std::map<std::string, std::size_t> events_;
};

} // namespace toy
