#include "url.hpp"

#include <charconv>

namespace stslint {

std::string url_unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned char byte = 0;
    const char *const digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      out += static_cast<char>(byte);
      at += 2;
    } else
      out += text[at];
  }
  return out;
}

std::string_view login_in(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos)
    return "";
  const std::string_view rest = url.substr(scheme + 3), authority = rest.substr(0, rest.find_first_of("/?#"));
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos)
    return authority.substr(0, at);
  // Digits after a colon are a port, and an @ after them is part of a path or a query.
  const std::size_t colon = authority.rfind(':'), at = rest.rfind('@');
  const bool has_port = colon == std::string_view::npos || authority.ends_with(']') ||
                        authority.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
  return has_port || at == std::string_view::npos ? "" : rest.substr(0, at);
}

} // namespace stslint
