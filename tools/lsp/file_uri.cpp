#include "file_uri.hpp"

#include "encode/url.hpp"
#include "input/files.hpp"

#include <algorithm>
#include <cctype>

namespace stslint {
namespace {

/// Removes a start in any case; false if the text starts with something else.
bool skip(std::string_view &text, std::string_view start) {
  const bool there =
      text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), [](char wanted, char c) {
        return wanted == std::tolower(static_cast<unsigned char>(c));
      });
  text.remove_prefix(there ? start.size() : 0);
  return there;
}

} // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!skip(uri, "file:") || (skip(uri, "//") && !uri.starts_with('/') && !skip(uri, "localhost")))
    return std::nullopt;
  std::string path = url_unescaped(uri);
  if (!path.starts_with('/') || path.find('\0') != std::string::npos) // where the system would stop reading
    return std::nullopt;
  return path;
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view plain = "/-._~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos)
      uri += c;
    else
      (uri += '%').append({digits[byte >> 4], digits[byte & 15]});
  }
  return uri;
}

std::string document_key(std::string_view uri) {
  const auto path = path_of_uri(uri);
  return path ? absolute_path(*path).string() : std::string(uri);
}

} // namespace stslint
