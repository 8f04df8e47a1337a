#pragma once

#include "structure.hpp"

#include "stslint/edit.hpp"

#include <span>
#include <string>
#include <vector>

namespace stslint {

/// A possible slip, as the edit that corrects it.
struct Candidate {
  Edit edit;
  bool doubled = false; ///< the edit removes one of two equal neighbours
};

/// Whether candidates mend the whole text, or only let its front be read further, up to another slip.
enum class Extent { whole, front };
/// The single edits after which the text is well formed as far as `extent` asks, the likelier first. At most `most` are
/// tried, the nearest to where the text went wrong. `openers` are lines that may have been lost, such as `"items": [`.
std::vector<Candidate> candidates(Structure &structure, std::span<const std::string> openers, Extent extent,
                                  std::size_t most);

} // namespace stslint
