#pragma once

#include "format.hpp"

#include <nlohmann/json.hpp>

namespace stslint {

/// JSON whose members stay in the order in which they are written down.
using Json = nlohmann::ordered_json;

/// On one line. Any bytes come out as valid UTF-8: a file's name may be none.
std::string text_of(const Json &json);

/// A finding as `json` and `jsonl` write it.
Json finding_json(const PayloadReport &report, const Reported &reported);

} // namespace stslint
