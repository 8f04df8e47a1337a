#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Bytes as the letters that may stand in any text.
std::string base64(std::string_view bytes);

} // namespace stslint
