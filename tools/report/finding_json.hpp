#pragma once

#include "encode/json.hpp"
#include "format.hpp"

namespace stslint {

/// A finding as `json` and `jsonl` write it.
Json finding_json(const PayloadReport &report, const Reported &reported);

} // namespace stslint
