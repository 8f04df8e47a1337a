#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stslint {

/// The line of a place, as a report may show it: secrets are masked, and a long line is cut to the text around the
/// place, which costs the same for any length.
struct Frame {
  std::string text;
  std::size_t mark, length; ///< where the place stands in `text`, in bytes
};
Frame frame_of(std::string_view bytes, std::size_t offset, std::size_t length);

} // namespace stslint
