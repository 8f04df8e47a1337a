#pragma once

#include "stslint/document.hpp"

#include <cstddef>
#include <string>

namespace stslint {

/// The line of a place in document.source(), as a report may show it: secrets are masked, and a long line is cut to the
/// text around the place, which costs the same for any length. What a host has beside the payload is left out: it may
/// hold secrets that only its own language shows, such as the user of a command.
struct Frame {
  std::string text;
  std::size_t mark, length; ///< where the place stands in `text`, in bytes
};
Frame frame_of(const Document &document, std::size_t offset, std::size_t length);

} // namespace stslint
