#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Appends `text` as a JSON string for reports. Any bytes become valid UTF-8; characters that could harm a terminal or
/// a log become escapes.
void append_text_of(std::string &out, std::string_view text);

} // namespace stslint
