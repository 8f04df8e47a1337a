#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Bytes as base64.
std::string base64(std::string_view bytes);
/// The bytes of base64, or of its form for URLs, up to what is neither.
std::string from_base64(std::string_view text);

} // namespace stslint
