#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace stslint {

/// JSON whose members keep their order.
using Json = nlohmann::ordered_json;

/// On one line. Any bytes become valid UTF-8, because names of files may be invalid.
std::string text_of(const Json &json);

} // namespace stslint
