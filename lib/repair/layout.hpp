#pragma once

#include <cstddef>
#include <string_view>

namespace stslint {

/// How many lines of a well-formed text do not stand where their container's other lines do, or, if they begin with its
/// closing bracket, where the line stands that opened it. Linear.
std::size_t crooked_lines(std::string_view text);

} // namespace stslint
