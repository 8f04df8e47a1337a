#pragma once

#include "stslint/document.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stslint {

/// How much is wrong with a text: the less, the likelier is it the text that was meant.
using Cost = std::function<std::uint64_t(std::string_view text)>;

/// A repair, and the cost of the text, or of an excerpt, without and with it.
struct RatedRepair {
  Repair repair;
  std::uint64_t before, cost;
};

/// Of all edits of one bracket, comma, colon, quote or doubled line, or of several that get lost together, after which
/// the text is well formed: the one that costs least; of several such, the one that agrees best with the layout, then
/// the smallest, then the first. `openers` are lines that may have been lost, such as `"items": [`. No value if there
/// is no such edit. Takes time linear in the text, and calls `cost` with no more than some hundred kilobytes
/// altogether.
std::optional<RatedRepair> repair(std::string_view text, std::span<const std::string> openers, const Cost &cost);

/// Likewise, in a text with several slips: the edit that corrects the first, judged by what is wrong afterwards.
std::optional<RatedRepair> repair_first(std::string_view text, std::span<const std::string> openers, const Cost &cost);

} // namespace stslint
