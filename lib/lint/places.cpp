#include "places.hpp"

#include "../contract/contract.hpp"

#include <algorithm>

namespace stslint {

bool Unread::operator()(const Finding &finding) {
  const bool json = place_of(linter_, finding).flaw != nullptr, inside = !json && finding.offset < until_;
  const Document &document = linter_.document();
  const auto nodes = document.nodes();
  const bool unknown_name = any(finding.rule->keywords & Keyword::additional_properties) &&
                            finding.rule->severity != Severity::error && finding.node + 1 < nodes.size() &&
                            nodes[finding.node].key;
  if (unknown_name) {
    const Node &value = nodes[finding.node + 1];
    until_ = std::max<std::size_t>(until_, document.origin(value.offset + value.length));
  }
  return inside;
}

} // namespace stslint
