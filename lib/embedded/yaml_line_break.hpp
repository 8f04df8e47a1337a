#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace stslint {

/// The length of the line break that the text begins with, as YAML 1.1 has them; 0 if it begins with none.
inline std::size_t yaml_line_break(std::string_view text) {
  for (const std::string_view line_break : {"\r\n", "\n", "\r", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"})
    if (text.starts_with(line_break))
      return line_break.size();
  return 0;
}

} // namespace stslint
