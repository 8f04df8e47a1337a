#include "support/faults.hpp"

namespace stslint::padded_identifier {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("web01 ")", R"("web01")"},
};

bool broken(const Place &place) {
  const std::string_view text = place.value.view();
  return trimmed(text).size() != text.size();
}

Words words(const Place &place) {
  const std::string bare(trimmed(place.value.text()));
  if (bare.empty())
    return {"identifier " + shown(place.value) +
            " is blank, so it matches no element; write the identifier of an element, or remove it"};
  return {"identifier " + shown(place.value) +
              " has white space at its start or end, so it matches no element; write " + in_quotes(bare),
          bare, replaced(place.value, json_string(bare)), false};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"(" web01")", R"("web01 ")", R"("web01\n")", R"(" ")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "padded-identifier",
    .summary = "an identifier has white space at its start or end",
    .why = "StackState binds an event to the element with exactly the same identifier, so an identifier with white "
           "space around it matches no element.",
    .severity = Severity::warning,
    .on = "element-identifier",
    .mark = odd_edge,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::padded_identifier
