#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Resolves the escapes of a part of a URL; what is not an escape stays as it stands.
std::string url_unescaped(std::string_view text);

/// The user and the password of a URL, also with a `/`, `?` or `#` that should be escaped; "" for none.
std::string_view login_in(std::string_view url);

} // namespace stslint
