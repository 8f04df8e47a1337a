#pragma once

#include "faults.hpp"

/// The shared part of the rules about identifiers.
namespace stslint {

/// Letter case does not count.
inline bool is_urn(std::string_view text) {
  return text.starts_with("urn:") || (text.size() >= 4 && same_word(text.substr(0, 4), "urn:"));
}

} // namespace stslint
