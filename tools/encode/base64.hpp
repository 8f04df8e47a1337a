#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Bytes as base64.
std::string base64(std::string_view bytes);

} // namespace stslint
