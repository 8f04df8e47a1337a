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

} // namespace stslint
