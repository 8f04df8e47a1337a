// Any bytes: we find no fault in the syntax exactly where nlohmann accepts, but for what
// tests/lib/document/json/allowed.tsv names.
#include "target.hpp"

#include "../tests/peers/peers.hpp"
#include "stslint/document.hpp"

#include <algorithm>

using namespace stslint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  Document document;
  document.parse(text);
  const auto has = [&](auto... those) {
    return std::ranges::any_of(document.flaws(), [&](const Flaw &flaw) { return ((flaw.kind == those) || ...); });
  };
  // nlohmann skips a UTF-8 mark, and refuses halves of surrogate pairs and numbers beyond a double.
  const bool only_theirs = has(FlawKind::lone_surrogate, FlawKind::imprecise_number),
             only_ours = has(FlawKind::byte_order_mark);
  const bool we_accept = std::ranges::all_of(document.flaws(), [](const Flaw &flaw) {
    return flaw.kind >= FlawKind::lone_surrogate || flaw.kind == FlawKind::byte_order_mark;
  });
  const bool they_accept = peers::nlohmann_accepts(text);
  if (we_accept && !they_accept)
    require(only_theirs || only_ours || has(FlawKind::too_deep),
            "we accept what nlohmann refuses: " + std::string(text));
  // It takes a NUL byte for the end of the text.
  if (they_accept && text.find('\0') == std::string_view::npos)
    require(we_accept, "nlohmann accepts what we refuse: " + std::string(text));
  return 0;
}
