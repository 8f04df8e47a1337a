#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace stslint {

/// JSON whose members keep their order.
using Json = nlohmann::ordered_json;

/// On one line, or with this indentation. Any bytes become valid UTF-8, because names of files may be invalid;
/// characters that could harm a terminal or a log become escapes.
std::string text_of(const Json &json, int indent = -1);

} // namespace stslint
