#pragma once

#include "faults.hpp"

#include <optional>

/// The names of health streams: urn:health:<source>:<stream>.
namespace stslint {

struct StreamUrn {
  std::string_view source, stream;
};

/// The two parts of a stream's urn, unchanged; nothing if the urn has another form. The second may hold more colons.
inline std::optional<StreamUrn> stream_of(std::string_view urn) {
  constexpr std::string_view start = "urn:health:";
  if (!urn.starts_with(start) || has_space(urn))
    return std::nullopt;
  urn.remove_prefix(start.size());
  const std::size_t colon = urn.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == urn.size())
    return std::nullopt;
  return StreamUrn{urn.substr(0, colon), urn.substr(colon + 1)};
}

/// A part with its colons and slashes percent-encoded.
inline std::string escaped(std::string_view part) {
  std::string out;
  for (const char c : part)
    out += c == ':' ? "%3A" : c == '/' ? "%2F" : std::string(1, c);
  return out;
}

} // namespace stslint
