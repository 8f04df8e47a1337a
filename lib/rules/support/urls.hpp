#pragma once

#include "faults.hpp"

namespace stslint {

/// The scheme of a URL as RFC 3986 defines it; "" if the URL has no scheme.
inline std::string_view scheme(std::string_view url) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  static constexpr Bytes later("+-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const std::size_t colon = std::min(url.find(':'), url.size());
  const std::string_view name = url.substr(0, colon);
  const bool good = colon < url.size() && !name.empty() && letter(name[0]) && later.all_of(name);
  return good ? name : std::string_view();
}

/// Whether the text before the first colon is a host, and a port comes after: `localhost:3000/d`.
inline bool is_host_with_port(std::string_view url) {
  const std::string_view host = scheme(url);
  const std::string_view port = url.substr(std::min(url.size(), host.size() + 1));
  const std::size_t digits = std::min(port.find_first_not_of("0123456789"), port.size());
  return !host.empty() && digits > 0 && digits <= 5 && std::string_view("/?#").find(port.substr(digits, 1)) == 0;
}

/// Whether a browser can open it from anywhere: it has a scheme, and, where the scheme wants one, a host.
inline bool is_absolute(std::string_view url) {
  const std::string_view name = scheme(url);
  if (name.size() < 2 || is_host_with_port(url)) // C: is a drive
    return false;
  const std::string_view rest = url.substr(name.size() + 1);
  const bool web = same_word(name, "http") || same_word(name, "https");
  if (!web && !rest.starts_with("//"))
    return !rest.empty();
  const std::string_view host = rest.substr(std::min<std::size_t>(rest.size(), 2));
  const bool has_host =
      rest.starts_with("//") && !host.empty() && std::string_view("/?#:").find(host[0]) == std::string_view::npos;
  return (has_host || same_word(name, "file")) && !has_space(rest);
}

} // namespace stslint
