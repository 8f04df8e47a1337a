#pragma once

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

namespace stslint {

/// Text whose bytes that cannot be shown come out one by one: `\xef`.
inline std::string with_bytes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, std::max<std::size_t>(utf8_length(text), 1));
    const bool shows = printable(character) == character;
    for (const char c : character) {
      std::array<char, 8> byte{c};
      if (!shows)
        std::snprintf(byte.data(), byte.size(), "\\x%02x", static_cast<unsigned char>(c));
      out += byte.data();
    }
    text.remove_prefix(character.size());
  }
  return out;
}

/// A rule's example for people. It can have several lines, for example the messages of a stream: all lines but the
/// first get `indent`.
inline std::string example_text(std::string_view example, std::string_view indent) {
  std::string out;
  for (std::size_t at = 0; at <= example.size();) {
    const std::size_t end = std::min(example.find('\n', at), example.size());
    out += (at == 0 ? "" : '\n' + std::string(indent)) + shortened(with_bytes(example.substr(at, end - at)), 400);
    at = end + 1;
  }
  return out;
}

} // namespace stslint
