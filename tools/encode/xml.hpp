#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Text for XML and HTML, in content and attributes; forbidden characters become printable.
std::string xml_escaped(std::string_view text);

} // namespace stslint
