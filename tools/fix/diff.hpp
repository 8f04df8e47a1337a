#pragma once

#include "stslint/rule.hpp"

#include <string>
#include <string_view>

namespace stslint {

/// What `edits` do to `text`, as a unified diff that `git apply` and `patch -p1` take; "" if they change nothing.
std::string unified_diff(std::string_view name, std::string_view text, const Edits &edits);

} // namespace stslint
