#pragma once

#include "encode/json.hpp"
#include "format.hpp"

namespace stslint {

/// A finding in the form of `json` and `jsonl`.
Json finding_json(const PayloadReport &report, const Reported &reported);

} // namespace stslint
