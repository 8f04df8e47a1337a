#include "format.hpp"

#include "lib/report/frame.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <utf8proc.h>

namespace stslint {
namespace {

/// The columns that a terminal uses for printable text: two for a wide character, none for a combining mark.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    length = std::max<std::size_t>(1, utf8_length(text.substr(at, 4)));
    utf8proc_int32_t character = 0;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()) + at,
                     static_cast<utf8proc_ssize_t>(length), &character);
    count += static_cast<std::size_t>(utf8proc_charwidth(character));
  }
  return count;
}

} // namespace

CodeFrame code_frame(const Document &document, std::size_t offset, std::size_t length) {
  const Frame frame = frame_of(document, offset, length);
  const std::string_view text = frame.text;
  return {frame.text, std::string(columns(text.substr(0, frame.mark)), ' ') +
                          std::string(std::max<std::size_t>(1, columns(text.substr(frame.mark, frame.length))), '^')};
}

} // namespace stslint
