#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stslint {

/// The path on this machine that a URI names: `file:///a`, `file:/a`, `FILE://localhost/a`. Empty for other URIs, such
/// as `untitled:a` or `file://server/a`.
std::optional<std::string> path_of_uri(std::string_view uri);
std::string uri_of_path(std::string_view path);

/// One name for a document, however its client spells the URI: the path, or else the URI itself.
std::string document_key(std::string_view uri);

} // namespace stslint
