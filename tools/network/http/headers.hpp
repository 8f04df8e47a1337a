#pragma once

#include <span>
#include <string>

namespace stslint {

/// Throws Error for a value of --header that is not a header of a request.
void expect_headers(std::span<const std::string> headers);

} // namespace stslint
