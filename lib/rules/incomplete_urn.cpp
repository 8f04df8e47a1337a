#include "support/urns.hpp"

namespace stslint::incomplete_urn {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("urn:kubernetes:/:node/web01")", R"("urn:kubernetes:/cluster:node/web01")"},
};

constexpr std::array<std::array<char, 2>, 2> empty_parts = {{{':', ':'}, {'/', ':'}}};

bool broken(const Place &place) {
  const std::string_view text = place.value.view();
  if (!is_urn(text))
    return false;
  return text.ends_with('/') || text.ends_with(':') || scan::pair<empty_parts>(text) < text.size();
}

Words words(const Place &place) {
  return {"identifier " + shown(place.value) +
          " has an empty part, probably because a name was unknown when the identifier was built; fill it in, unless "
          "the element's own identifier has the same gap"};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("urn:kubernetes:/:node/web01")", R"("urn:host:/")",
                                             R"("urn:service::shop")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "incomplete-urn",
    .summary = "a URN has an empty part",
    .why = "Senders build identifiers from parts, for example the name of a cluster. If a part is unknown, the result "
           "looks like urn:kubernetes:/:node/x and usually matches no element.",
    .severity = Severity::info,
    .on = "element-identifier",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::incomplete_urn
