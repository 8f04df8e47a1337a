#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Text of XML and HTML, in content and attributes alike: what they cannot hold is made printable.
std::string xml_escaped(std::string_view text);

} // namespace stslint
