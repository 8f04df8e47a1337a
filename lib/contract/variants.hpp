#pragma once

#include <span>
#include <string>
#include <string_view>

namespace stslint {

/// A keyword that no other program knows: what differs from the keywords beside it in each variant of the contract.
inline constexpr std::string_view variants_keyword = "$variants";

/// A schema as it is in these variants: pure draft-07, in which the keywords of each variant take the place of those
/// beside its `$variants`. A text that is not JSON stays as it is.
std::string in_variants(std::string_view schema, std::span<const std::string_view> variants);

} // namespace stslint
