#pragma once

#include "stslint/rule.hpp"

#include <string>
#include <string_view>

namespace stslint {

/// The effect of `edits` on `text`, as a unified diff for `git apply` and `patch -p1`; "" if they change nothing.
std::string unified_diff(std::string_view name, std::string_view text, const Edits &edits);

} // namespace stslint
