#pragma once

#include <string>
#include <string_view>

namespace stslint::prober {

/// `bytes` as the body of a request with `Content-Encoding: gzip`, or `deflate` (which HTTP means as zlib's format).
std::string compressed(std::string_view bytes, bool gzip);

} // namespace stslint::prober
