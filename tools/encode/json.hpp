#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace stslint {

/// JSON whose members stay in the order in which they are written down.
using Json = nlohmann::ordered_json;

/// On one line. Any bytes come out as valid UTF-8: a file's name may be none.
std::string text_of(const Json &json);

} // namespace stslint
