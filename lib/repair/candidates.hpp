#pragma once

#include "structure.hpp"

#include "stslint/edit.hpp"

#include <span>
#include <string>
#include <vector>

namespace stslint {

/// A slip that somebody may have made, as the edit that takes it back.
struct Candidate {
  Edit edit;
  bool doubled = false; ///< what the edit removes stands there twice
};

/// The single slips after whose edit the text is well formed, the likelier first. At most `most` are looked at, the
/// nearest to where the text went wrong. `openers` are lines that may have been lost, such as `"items": [`.
/// `extent`: they mend the whole text, or let the front read on, where another slip follows.
enum class Extent { whole, front };
std::vector<Candidate> candidates(Structure &structure, std::span<const std::string> openers, Extent extent,
                                  std::size_t most);

} // namespace stslint
