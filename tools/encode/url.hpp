#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Resolves the escapes of a part of a URL; what is no escape stays as it stands.
std::string url_unescaped(std::string_view text);

} // namespace stslint
