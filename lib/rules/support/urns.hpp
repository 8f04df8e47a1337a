#pragma once

#include "faults.hpp"

/// What the rules about identifiers share.
namespace stslint {

/// Letter case does not count.
inline bool is_urn(std::string_view text) {
  return text.starts_with("urn:") || (text.size() >= 4 && same_word(text.substr(0, 4), "urn:"));
}

} // namespace stslint
